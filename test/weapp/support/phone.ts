import { Bundle } from './bundle';
import { Complaints } from './complaints';
import type { Element, Node } from './component-framework';
import { Program } from './program';
import { ancestorsOf, elementsIn, elementsWithText, hasClass, tagOf, textOf, typedIn } from './screen';
import { eventually } from './wait';
import { Device, type DeviceSettings } from './wx/device';
import type { ApiName } from './wx-apis';

const inUse = new Set<Phone>();

// A test that failed half-way leaves its phones on the table.
afterAll(() => {
  for (const phone of inUse) phone.switchOff();
});

/** What WeChat sends into a chat, and what opens when it is tapped there. */
export interface SharedCard {
  title: string;
  path: string;
  imageUrl?: string;
}

/** How to find something on the page: `#id`, `.class`, or words that stand on it. */
type Target = string;

/**
 * A phone in somebody's hand: it starts the program, reads what stands on the page, taps, types and chooses, and
 * waits as people do: until what is to be tapped is there and answers.
 */
export class Phone {
  readonly device: Device;
  readonly complaints = new Complaints();
  /** How long to wait before giving up, in milliseconds; undefined for the usual. */
  patience: number | undefined;
  private running: Program | null = null;

  constructor(
    settings: DeviceSettings,
    private readonly bundle: Bundle = Bundle.built(),
  ) {
    this.device = new Device(settings);
    inUse.add(this);
  }

  get program(): Program {
    if (!this.running) throw new Error('The program is not running on this phone.');
    return this.running;
  }

  /** Starts the program; a running one is killed first. */
  start(url?: string): void {
    this.running?.kill();
    this.running = new Program(this.bundle, this.device, this.complaints);
    this.running.launch(url);
  }

  kill(): void {
    this.running?.kill();
    this.running = null;
  }

  /** Ends the test on this phone. @throws if anything happened that would be broken on a real one */
  putAway(): void {
    this.switchOff();
    this.complaints.none();
  }

  switchOff(): void {
    this.kill();
    this.device.throwAway();
    inUse.delete(this);
  }

  /** The path of the page that is shown. */
  get page(): string {
    return this.program.pages.top.path;
  }

  get text(): string {
    return textOf(this.program.pages.top.root);
  }

  shows(words: string): Promise<true> {
    return this.until(`“${words}”`, () => this.text.includes(words) as true);
  }

  has(target: Target): Promise<Element> {
    return this.until(target, () => this.find(target));
  }

  at(page: string): Promise<true> {
    return this.until(`the page ${page}`, () => (this.page === page) as true);
  }

  /** Waits for the program to call an API. */
  called(api: ApiName): Promise<true> {
    return this.until(`a call of ${api}`, () => (this.device.callsOf(api).length > 0) as true);
  }

  find(target: Target, root: Node = this.program.pages.top.root): Element | undefined {
    if (/^#[\w-]+$/.test(target)) return elementsIn(root).find((it) => it.id === target.slice(1));
    if (/^\.[\w-]+$/.test(target)) return elementsIn(root).find((it) => hasClass(it, target.slice(1)));
    const found = elementsWithText(root, target);
    return found.find((it) => textOf(it) === target) ?? found[0];
  }

  /** What is found in the smallest part of the page that holds both the words and it: the button of a card, say. */
  private findBeside(words: string, target: Target): Element | undefined {
    const start = this.find(words);
    const around = start ? ancestorsOf(start) : [];
    return around.flatMap((part) => this.find(target, part) ?? []).at(0);
  }

  /** Taps until something answers: a button that is busy or not there yet answers later. */
  async tap(target: Target, { beside }: { beside?: string } = {}): Promise<void> {
    this.program.meter.begin(`tap ${target}`);
    const find = () => (beside ? this.findBeside(beside, target) : this.find(target));
    await this.until(`${target} to answer a tap`, () => this.tapped(find()));
  }

  private tapped(element: Element | undefined): boolean {
    if (!element) return false;
    const { program } = this;
    return (
      program.handlersCalled(() => element.triggerEvent('tap', { x: 0, y: 0 }, { bubbles: true, composed: true })) > 0
    );
  }

  /** Draws one stroke with a finger. */
  async draw(target: Target, points: readonly [x: number, y: number][]): Promise<void> {
    this.program.meter.begin(`draw on ${target}`);
    const canvas = await this.has(target);
    points.forEach(([x, y], index) => {
      canvas.triggerEvent(index === 0 ? 'touchstart' : 'touchmove', { touches: [{ x, y }] }, {});
    });
    canvas.triggerEvent('touchend', {}, {});
  }

  /** Taps a button whose meaning WeChat itself gives it, such as agreeing to the use of the camera. */
  async tapOpen(target: Target, event: string): Promise<void> {
    this.program.meter.begin(`tap ${target}`);
    const element = await this.has(target);
    await this.until(`${target} to answer`, () => {
      return this.program.handlersCalled(() => element.triggerEvent(event, {}, {})) > 0;
    });
  }

  /** Puts text into an input, as if what stood there had been replaced. */
  async type(target: Target, value: string): Promise<void> {
    this.program.meter.begin(`type into ${target}`);
    const field = await this.control(target, ['input', 'textarea']);
    field.triggerEvent('input', { value, cursor: value.length }, {});
    await this.until(`${target} to hold what was typed`, () => this.valueOf(target) === value);
  }

  valueOf(target: Target): string {
    const element = this.find(target);
    return element ? typedIn(element) : '';
  }

  /** Chooses an entry of a picker by its words. */
  async choose(target: Target, words: string): Promise<void> {
    this.program.meter.begin(`choose ${words}`);
    const picker = await this.control(target, ['picker']);
    const offered = () => (picker.getAttribute('range') as string[] | undefined) ?? [];
    await this.until(`${target} to offer “${words}”`, () => offered().some((it) => it.includes(words)));
    const index = offered().findIndex((it) => it.includes(words));
    picker.triggerEvent('change', { value: String(index) }, {});
  }

  /** Sets a date picker. */
  async chooseDate(target: Target, date: string): Promise<void> {
    this.program.meter.begin(`choose ${date}`);
    const picker = await this.control(target, ['picker']);
    picker.triggerEvent('change', { value: date }, {});
  }

  private control(target: Target, tags: readonly string[]): Promise<Element> {
    const enabled = (it: Element) => tags.includes(tagOf(it)) && it.getAttribute('disabled') !== true;
    const ask = () => {
      const element = this.find(target);
      return element && (ancestorsOf(element).find(enabled) ?? elementsIn(element).find(enabled));
    };
    return this.until(`${target} to be a ${tags.join(' or ')} that takes input`, ask);
  }

  /** Taps an entry of WeChat's own tab bar. */
  async tapTab(words: string): Promise<void> {
    this.program.meter.begin(`tab ${words}`);
    const tab = this.bundle.app.tabBar?.list.find(({ text }) => text === words);
    if (!tab || !this.bundle.tabPages.includes(this.page))
      throw new Error(`There is no tab “${words}” on ${this.page}.`);
    this.program.pages.switchTab(`/${tab.pagePath}`);
  }

  goBack(): void {
    this.program.meter.begin('back');
    this.program.pages.navigateBack(1);
  }

  /** Pulls the page down, where its configuration lets WeChat notice. */
  pullDown(): void {
    this.program.meter.begin('pull down');
    const { path, instance } = this.program.pages.top;
    const { enablePullDownRefresh } = this.bundle.json<{ enablePullDownRefresh?: boolean }>(`${path}.json`);
    if (!enablePullDownRefresh) throw new Error(`${path} cannot be pulled down: its configuration does not say so.`);
    (instance.onPullDownRefresh as () => void)();
  }

  /**
   * Presses a button whose meaning is WeChat's own 转发: WeChat asks the page for the card, and where the page has no answer it offers nothing.
   */
  async share(target: Target): Promise<SharedCard> {
    this.program.meter.begin(`share ${target}`);
    await this.has(target);
    const { path, instance } = this.program.pages.top;
    if (typeof instance.onShareAppMessage !== 'function') throw new Error(`WeChat offers no sharing of ${path}.`);
    return (instance.onShareAppMessage as (from: object) => SharedCard)({ from: 'button' });
  }

  /** Opens a page by its address, as a link in a message does. */
  open(url: string): void {
    this.program.meter.begin(`open ${url}`);
    this.program.pages.reLaunch(`/${url}`);
  }

  private until<T>(what: string, ask: () => T | null | undefined | false): Promise<T> {
    return eventually(what, ask, () => this.situation(), this.patience);
  }

  private situation(): string {
    const toasts = this.program.shown.toasts.join(' | ');
    return `On ${this.page}${toasts ? ` (toasts: ${toasts})` : ''}:\n${this.text}\n${this.complaints.all.join('\n')}`;
  }
}
