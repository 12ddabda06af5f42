import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../support/chromium';
import { type ActorName, startTownship, type Township } from '../../support/township';

const WEB_DIR = process.env.WEB_DIR ?? join(__dirname, '../../../miniapp/dist/h5');
const PICTURES = join(__dirname, '../../output/journeys');
const WIDTHS = { phone: { width: 375, height: 812 }, desk: { width: 1440, height: 900 } };

/** The town's server with its pages, and a browser to look at them with. */
export interface Stage {
  town: Township;
  browser: Browser;
  /** Somebody with a device of their own, signed in through the page. */
  actor(name: ActorName, device?: keyof typeof WIDTHS): Promise<Device>;
  /** Somebody without an account, with a phone of their own, before a page. */
  stranger(path: string): Promise<Device>;
  close(): Promise<void>;
}

export async function stage(): Promise<Stage> {
  const town = await startTownship({ WEB_DIR });
  const browser = await launchChromium();
  const devices: Device[] = [];
  return {
    town,
    browser,
    async actor(name, device = 'phone') {
      const one = await Device.signedIn(town, browser, name, device);
      devices.push(one);
      return one;
    },
    async stranger(path) {
      const one = await Device.opened(town, browser, 'phone');
      devices.push(one);
      await one.page.goto(`${town.url}${path}`);
      return one;
    },
    async close() {
      await browser.close();
      await town.close();
      for (const device of devices) device.mustBeQuiet();
    },
  };
}

/**
 * What comes of days that pass. A session that has run out is refused, and shows as the page to sign in; what a page read days ago names its
 * photos by links that have run out, until the answer on its way brings new ones.
 */
function isOfLongAgo(complaint: string, url: string): boolean {
  return complaint.includes('401') || (complaint.includes('403') && url.includes('/api/photos/'));
}

/** One browser with one person before it. Whatever the page logs as an error is kept, and fails the journey in the end. */
export class Device {
  private readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      const { url } = message.location();
      if (message.type() === 'error' && !isOfLongAgo(message.text(), url))
        this.complaints.push(`${message.text()} ${url}`);
    });
  }

  static async signedIn(
    town: Township,
    browser: Browser,
    name: ActorName,
    device: keyof typeof WIDTHS,
  ): Promise<Device> {
    const one = await Device.opened(town, browser, device);
    const { person } = (await town.as[name].get('/api/me')).body;
    await one.page.goto(town.url);
    await one.visible(person.name).click();
    await one.sees('今日');
    return one;
  }

  static async opened(town: Township, browser: Browser, device: keyof typeof WIDTHS): Promise<Device> {
    const context = await browser.newContext({
      viewport: WIDTHS[device],
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    const one = new Device(await context.newPage(), town.url);
    one.page.setDefaultTimeout(15_000);
    return one;
  }

  /** Opens a page by its address in the app, as a link would; what is open already is read anew. */
  async open(path: string): Promise<void> {
    const address = `${this.url}/#/${path}`;
    if (this.page.url() === address) await this.page.reload();
    else await this.page.goto(address);
  }

  /** Opens a page when the session has run out meanwhile: the page says so, and is there once `name` has signed in again. */
  async comesBack(path: string, name: string): Promise<void> {
    await this.open(path);
    await this.sees('登录已过期，请重新登录');
    await this.visible(name).click();
    await this.page.waitForURL((url) => url.hash.includes(path));
  }

  /** All that can be read on a page, once it shows `sign` of having been loaded. */
  async readsOn(path: string, sign: string | RegExp): Promise<string> {
    await this.open(path);
    await this.sees(sign);
    await this.page.waitForFunction(() => !document.querySelector('.skeleton'));
    return (await this.page.locator('main:visible').textContent()) ?? '';
  }

  /** The first place where a text can be seen: pages below the one on top stay in the document, hidden. */
  visible(text: string | RegExp, options: { exact?: boolean } = {}) {
    return this.page.getByText(text, options).filter({ visible: true }).first();
  }

  /** Waits until a text can be seen. */
  async sees(text: string | RegExp): Promise<void> {
    await this.visible(text).waitFor();
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).filter({ visible: true }).first().click();
  }

  async write(id: string, text: string): Promise<void> {
    await this.page.locator(`#${id}:visible`).fill(text);
  }

  async choose(id: string, text: string): Promise<void> {
    const select = this.page.locator(`select#${id}:visible`);
    const option = select.locator('option', { hasText: text }).first();
    await option.waitFor({ state: 'attached' });
    await select.selectOption((await option.getAttribute('value')) ?? '');
  }

  /** Takes a photo with the picker of a field. */
  async photograph(fieldId: string, jpeg: Buffer): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page
      .locator(`#${fieldId}:visible`)
      .getByText('拍照或选照片')
      .or(this.page.locator(`#${fieldId}:visible`))
      .first()
      .click();
    await (await chooser).setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: jpeg });
  }

  /** Keeps a picture of the window for those who want to see what the journey saw. */
  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }

  mustBeQuiet(): void {
    if (this.complaints.length > 0) throw new Error(`the page complained: ${this.complaints.join('\n')}`);
  }
}
