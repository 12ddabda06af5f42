import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { ActorName } from '../../support/township';
import type { Stage } from './phone';

const PHONE = { width: 375, height: 812 };
const QUIET_MS = 200;

/** How this device shows things. */
interface Look {
  fontSize: string;
  theme: 'light' | 'dark';
}

/** A phone's browser in which somebody is signed in already, to look at pages one after another. */
export class Window {
  private underway = 0;
  private last = 0;

  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    const settled = () => {
      this.underway -= 1;
      this.last = Date.now();
    };
    page.on('request', () => {
      this.underway += 1;
    });
    page.on('requestfinished', settled);
    page.on('requestfailed', settled);
  }

  /** Opens a page by its address and waits until it stands: nothing on its way, no skeleton left. */
  async open(path: string): Promise<void> {
    await this.page.goto('about:blank');
    await this.page.goto(`${this.url}/#/${path}`);
    await this.page.waitForFunction(() => (document.querySelector('.page__body')?.childElementCount ?? 0) > 0);
    await sleep(QUIET_MS);
    while (this.underway > 0 || Date.now() - this.last < QUIET_MS) await sleep(50);
    await this.page.waitForFunction(() => !document.querySelector('.skeleton'));
  }
}

/** Opens one for somebody, or for nobody. */
export async function openAs({ town, browser }: Stage, actor: ActorName | null, look: Look): Promise<Window> {
  const context = await browser.newContext({
    viewport: PHONE,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: look.theme,
  });
  await context.addInitScript(keep, { settings: look, session: actor && (await sessionOf({ town }, actor)) });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return new Window(page, town.url);
}

async function sessionOf({ town }: Pick<Stage, 'town'>, actor: ActorName): Promise<object> {
  const { person, posts } = (await town.as[actor].get('/api/me')).body;
  return { token: town.as[actor].token, person, posts, actingPostId: posts[0]?.id ?? null, ended: 'never' };
}

/** Runs in the page before the app: what an earlier visit would have left on this device. */
function keep(values: Record<string, unknown>): void {
  if (location.protocol === 'about:') return;
  for (const [key, value] of Object.entries(values))
    if (value) localStorage.setItem(key, JSON.stringify({ data: JSON.stringify(value) }));
}
