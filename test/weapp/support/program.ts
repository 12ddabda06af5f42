import { Bundle, resolveFrom } from './bundle';
import { Complaints } from './complaints';
import { type PageInstance, prepareScreen, type Registration } from './component-framework';
import { type OpenPage, PageStack } from './page-stack';
import { Sandbox } from './sandbox';
import { SetDataMeter } from './set-data-meter';
import { Device } from './wx/device';
import { makeWx, type Shown } from './wx/wx';

type Definition = Record<string, unknown>;

/** One run of the program, from its start to its being killed: the bundle's scripts with everything around them. */
export class Program {
  readonly pages: PageStack;
  readonly shown: Shown = { toasts: [], title: '', clipboard: '' };
  readonly meter = new SetDataMeter();
  private readonly screen: ReturnType<typeof prepareScreen>;
  private readonly sandbox: Sandbox;
  private app: Definition = {};
  private running = true;
  private readonly loaded = new Set<string>();
  /** Whether the program has bound anything to the event that was just triggered. */
  private heard = 0;

  constructor(
    private readonly bundle: Bundle,
    device: Device,
    complaints: Complaints,
  ) {
    this.screen = prepareScreen(bundle, complaints);
    this.pages = new PageStack(bundle, (path) => this.create(path));
    const declared = (bundle.app.requiredPrivateInfos as string[] | undefined) ?? [];
    const isRunning = () => this.running;
    const around = { device, complaints, pages: this.pages, shown: this.shown, declared, isRunning };
    const surroundings = {
      wx: makeWx(around),
      App: (definition: Definition) => {
        this.app = definition;
      },
      getApp: () => this.app,
      getCurrentPages: () => this.pages.pages.map(({ instance }) => instance),
    };
    this.sandbox = new Sandbox(bundle, surroundings, complaints, device.settings.clockOff);
  }

  /** As WeChat starts it: the app, then the first page of app.json or the one of a shared link. */
  launch(url = this.bundle.app.pages[0]!): void {
    this.sandbox.load('app');
    const [path = '', search = ''] = url.split('?');
    const options = { path, query: Object.fromEntries(new URLSearchParams(search)), scene: 1001, referrerInfo: {} };
    for (const lifecycle of ['onLaunch', 'onShow']) {
      const method = this.app[lifecycle];
      if (typeof method === 'function') method.call(this.app, options);
    }
    this.pages.reLaunch(`/${url}`);
  }

  get scripts(): string[] {
    return this.sandbox.scripts;
  }

  /** The process is gone, without a word to the program. */
  kill(): void {
    this.running = false;
    this.sandbox.stop();
    this.pages.closeAll();
    this.screen.close();
  }

  /** @returns how often the program's handlers were called while `act` ran */
  handlersCalled(act: () => void): number {
    const before = this.heard;
    act();
    return this.heard - before;
  }

  private create(path: string): OpenPage {
    this.load(path);
    const drawn = this.screen.create(path);
    const { instance } = drawn;
    Object.assign(instance, { route: path, __route__: path });
    this.measured(instance);
    return { ...drawn, path };
  }

  /** A page's components and then the page, each when it is first needed. */
  private load(path: string): void {
    if (this.loaded.has(path)) return;
    this.loaded.add(path);
    const config = `${path}.json`;
    const { usingComponents = {} } = this.bundle.has(config)
      ? this.bundle.json<{ usingComponents?: Record<string, string> }>(config)
      : {};
    for (const component of Object.values(usingComponents)) this.load(resolveFrom(config, component));
    this.screen.registering(path, (registration) => this.sandbox.loadRegistering(path, this.wrapped(registration)));
  }

  private wrapped({ Page, Component, Behavior }: Registration): Registration {
    return {
      Page: (definition) => Page(this.hearing(definition)),
      Component: (definition) => {
        const { methods = {}, properties = {} } = definition as { methods?: Definition; properties?: Definition };
        Component({ ...definition, methods: this.hearing(methods), properties: ownTypes(properties) });
      },
      Behavior,
    };
  }

  /** The program's one event handler is given events as WeChat makes them: plain data, not the framework's elements. */
  private hearing(methods: Definition): Definition {
    const handler = methods.eh;
    if (typeof handler !== 'function') return methods;
    const counted = (instance: unknown, event: FrameworkEvent) => {
      this.heard += 1;
      return handler.call(instance, plainEvent(event));
    };
    return {
      ...methods,
      eh(this: unknown, event: FrameworkEvent) {
        return counted(this, event);
      },
    };
  }

  /** What crosses to the drawing side is text, in both directions. */
  private measured(instance: PageInstance): void {
    const setData = instance.setData;
    instance.setData = (data, callback) => {
      const text = JSON.stringify(data);
      this.meter.count(Buffer.byteLength(text));
      setData.call(instance, JSON.parse(text), callback && (() => this.running && callback()));
    };
  }
}

const TYPES = { String, Number, Boolean, Object, Array } as const;

/** The framework knows property types by identity, and the program's String is another than the framework's. */
function ownTypes(properties: Definition): Definition {
  const own = (type: unknown) => (typeof type === 'function' ? TYPES[type.name as keyof typeof TYPES] : type);
  const entries = Object.entries(properties).map(([name, declared]) => {
    if (typeof declared !== 'object' || declared === null) return [name, own(declared)];
    return [name, { ...declared, type: own((declared as { type: unknown }).type) }];
  });
  return Object.fromEntries(entries) as Definition;
}

interface FrameworkTarget {
  id: string;
  dataset: Record<string, unknown>;
}

interface FrameworkEvent {
  type: string;
  timeStamp: number;
  detail: unknown;
  target: FrameworkTarget;
  currentTarget: FrameworkTarget;
}

function plainEvent({ type, timeStamp, detail, target, currentTarget }: FrameworkEvent) {
  return {
    type,
    timeStamp,
    detail,
    target: plainTarget(target),
    currentTarget: plainTarget(currentTarget),
    touches: (detail as { touches?: object[] } | null)?.touches ?? [],
  };
}

function plainTarget({ id, dataset }: FrameworkTarget) {
  return { id, dataset: { ...dataset }, offsetLeft: 0, offsetTop: 0 };
}
