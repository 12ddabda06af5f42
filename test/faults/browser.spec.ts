import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { verify } from '../api/ledger.support';
import { launchChromium } from '../support/chromium';
import { startTownship, type Township } from '../support/township';
import { photo } from '../weapp/support/photo';
import { BadLine, VALLEY } from './support/bad-line';
import { tell } from './support/figures';
import { Seeded } from './support/seeded';
import { BROWSER_SHARE, NOTHING_WRONG, outcomeOf, PACE, REPORTS, SEED } from './support/valley';

const WEB_DIR = process.env.WEB_DIR ?? join(__dirname, '../../miniapp/dist/h5');
const BEGINNING = '信号差，从网页报的第';
const COUNT = Math.ceil(REPORTS / BROWSER_SHARE);
const PATIENCE_MS = 120_000;
const PHONE = { width: 375, height: 812 };

describe(`${COUNT} reports with photos from a browser, through a line that breaks, by a page that is closed`, () => {
  const chance = new Seeded(SEED + 1);
  const texts = Array.from({ length: COUNT }, (_, index) => `${BEGINNING}${index + 1}条隐患`);
  let town: Township;
  let line: BadLine;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let kills = 0;

  beforeAll(async () => {
    town = await startTownship({ WEB_DIR });
    line = await BadLine.open(town.url, chance, { cut: 0, swallow: 0, late: 0, latestMs: 0 });
    browser = await launchChromium();
    context = await browser.newContext({ viewport: PHONE, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    page = await context.newPage();
    await page.goto(line.url);
    await page.getByText('吴富贵').filter({ visible: true }).first().click();
    await page.getByText('今日').filter({ visible: true }).first().waitFor();
    await page.evaluate((pace) => localStorage.setItem('pace', JSON.stringify({ data: pace })), PACE);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await line.close();
    await town.close();
  });

  /** The program itself comes over the line as it should be: what is tested is what people send. */
  async function opened(): Promise<void> {
    line.clear();
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${line.url}/#/hazards/report/index`);
    await page.locator('#description:visible').waitFor();
  }

  async function report(text: string): Promise<void> {
    await page.close();
    await opened();
    await page.locator('#description:visible').fill(text);
    const chooser = page.waitForEvent('filechooser');
    await page
      .locator('#photoIds:visible')
      .getByText('拍照或选照片')
      .or(page.locator('#photoIds:visible'))
      .first()
      .click();
    await (await chooser).setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo() });
    await page.locator('.photos__item:visible').first().waitFor();
    line.storm(VALLEY);
    await page.locator('#submit-hazard:visible').click();
    await page.waitForFunction(
      (words) =>
        Object.entries(localStorage).some(([key, value]) => key.startsWith('outbox:') && value.includes(words)),
      text,
    );
    await sleep(chance.between(0, 250));
  }

  /** What is still to be sent, by the page's own store. */
  const unsent = () =>
    page.evaluate(() => {
      const kept = Object.entries(localStorage).filter(([key]) => key.startsWith('outbox:'));
      const items = kept.map(([, value]) => JSON.parse(JSON.parse(value).data));
      return items.filter(
        (item: { state: string; photos: { state: string }[] }) =>
          item.state !== 'delivered' || item.photos.some(({ state }) => state !== 'stored'),
      ).length;
    });

  it(
    'are kept by the browser at once, also when the page is closed upon them',
    async () => {
      for (const text of texts) {
        await report(text);
        kills += 1;
      }
    },
    COUNT * 60_000,
  );

  it(
    'arrive once each, with their photos, when the page is opened again',
    async () => {
      await page.close();
      await opened();
      for (const until = Date.now() + PATIENCE_MS; (await unsent()) > 0; await sleep(50)) {
        if (Date.now() > until) throw new Error(`${await unsent()} reports are still in the browser`);
      }
      const outcome = await outcomeOf(town, BEGINNING, texts);
      tell('a browser', COUNT, kills, line, outcome);
      expect(outcome).toEqual(NOTHING_WRONG);
    },
    PATIENCE_MS + COUNT * 10_000,
  );

  it('leave a ledger in which everything agrees', async () => {
    const { findings } = await verify(town);
    expect(findings).toEqual([]);
  });
});
