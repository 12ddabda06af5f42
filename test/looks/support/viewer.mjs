// A browser window before which a person sits: opens a scene, waits until it stands, measures it and takes its pictures.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { judge } from './axe.mjs';
import { measure } from './in-page.mjs';

export const WIDTHS = { phone: { width: 375, height: 812 }, desk: { width: 1440, height: 900 } };
export const FONTS = ['standard', 'large', 'care'];
export const SCHEMES = ['light', 'dark'];

/** Pictures show the page as far down as this many windows. */
const WINDOWS_SHOWN = 2;
const QUIET_MS = 250;

/** Opens a window; `session` is what signing in answered, or nothing. */
export async function openWindow(browser, url, { device, font, session }) {
  const context = await browser.newContext({ viewport: WIDTHS[device], locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  await context.addInitScript(keep, {
    settings: { fontSize: font, theme: 'system' },
    session: session && kept(session),
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  // What waits in a scene's outbox goes to an address that never answers.
  await page.route('**/api/none', (route) => route.abort());
  const complaints = [];
  const traffic = { open: 0, last: 0 };
  watch(page, traffic, complaints);
  return { context, page, url, device, font, traffic, complaints, session };
}

const kept = ({ token, person, posts }) => ({
  token,
  person,
  posts,
  actingPostId: posts[0]?.id ?? null,
  ended: 'never',
});

/** Runs in the page before the app, after `keep`: what waits on this device in the scene that is opened. */
function keepWaiting({ path, items }) {
  if (!location.hash.startsWith(`#/${path}`)) return;
  for (const item of items)
    localStorage.setItem(`outbox:${item.personId}:${item.id}`, JSON.stringify({ data: JSON.stringify(item) }));
}

/** Whole items, in the order in which they were done; nothing is sent while the picture is taken. */
function wholeItems(waiting, { person }) {
  const all = {
    personId: person.id,
    path: '/none',
    stale: [],
    offset: 0,
    body: {},
    fixed: false,
    photos: [],
    state: 'waiting',
  };
  return waiting.map((item, index) => ({
    ...all,
    id: `01900000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    subject: `scene:${index}`,
    capturedAt: new Date(Date.now() - (waiting.length - index) * 3600_000).toISOString(),
    ...item,
  }));
}

/** Runs in the page before the app: what an earlier visit would have left on this device, and nothing else. */
function keep(values) {
  if (location.protocol === 'about:') return;
  localStorage.clear();
  for (const [key, value] of Object.entries(values))
    if (value) localStorage.setItem(key, JSON.stringify({ data: JSON.stringify(value) }));
}

function watch(page, traffic, complaints) {
  const settled = () => {
    traffic.open -= 1;
    traffic.last = Date.now();
  };
  page.on('request', () => {
    traffic.open += 1;
  });
  page.on('requestfinished', settled);
  page.on('requestfailed', settled);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
}

/** Takes the pictures of one scene and answers its breaches, each with the scheme in which it was seen. */
export async function view(window, scene, folder) {
  const { page, device, font, complaints } = window;
  complaints.length = 0;
  await page.emulateMedia({ colorScheme: 'light' });
  await stand(window, scene);
  const breaches = [];
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme });
    const isFirst = scheme === SCHEMES[0];
    await shoot(page, device, join(folder, `${scene.name}-${device}-${scheme}-${font}.png`));
    const found = await judge(page, { coloursOnly: !isFirst });
    if (isFirst) found.push(...(await page.evaluate(measure, { touch: device === 'phone', care: font === 'care' })));
    breaches.push(...found.map((breach) => ({ ...breach, scheme })));
  }
  const expected = scene.complains ?? /$^/;
  for (const text of complaints.filter((it) => !expected.test(it)))
    breaches.push({ rule: 'page complains', where: 'console', what: text.slice(0, 120), scheme: 'light' });
  return breaches;
}

async function stand({ context, page, url, traffic, session }, { path, press = [], waiting, offline = false }) {
  await context.setOffline(false);
  await page.goto('about:blank');
  if (waiting) await context.addInitScript(keepWaiting, { path, items: wholeItems(waiting, session) });
  await page.goto(`${url}/#/${path}`);
  await quiet(page, traffic);
  await context.setOffline(offline);
  for (const target of press) {
    const isSelector = /^[#.]/.test(target);
    const found = isSelector
      ? page.locator(target)
      : page.getByRole('button', { name: target }).or(page.getByRole('radio', { name: target }));
    await found.filter({ visible: true }).first().click();
    await quiet(page, traffic);
  }
  await page.mouse.move(0, 0);
}

/** Until nothing is on its way and no skeleton is left. */
async function quiet(page, traffic) {
  await page.waitForFunction(() => document.querySelector('.page__body')?.childElementCount > 0);
  await sleep(QUIET_MS);
  while (traffic.open > 0 || Date.now() - traffic.last < QUIET_MS) await sleep(50);
  await page.waitForFunction(() => !document.querySelector('.skeleton'));
}

/** The window is made as high as the page, so that bars stand at its end; a sheet is shown in the window as it is. */
async function shoot(page, device, path) {
  const { width, height } = WIDTHS[device];
  const isSheet = (await page.locator('[role=dialog]').count()) > 0;
  const box = page.locator('.taro_page:visible').last();
  const whole = isSheet ? height : await box.evaluate(({ scrollHeight }) => scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, Math.min(whole, height * WINDOWS_SHOWN)) });
  await box.evaluate((element) => element.scrollTo(0, 0));
  await page.screenshot({ path });
  await page.setViewportSize({ width, height });
}
