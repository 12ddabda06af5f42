import { readPdf } from '../../support/pdf-text';
import type { Device } from './phone';

/** Opens the 监督提示 that waits in 今日 about a matter, by its button. */
export async function openFromToday(device: Device, matter: string, button: string): Promise<void> {
  await device.open('today/index');
  const item = device.page.locator('.today-item:visible', { hasText: '监督提示' }).filter({ hasText: matter });
  await item.getByRole('button', { name: button }).click();
  await device.sees('不是问题线索');
}

/** Opens the 监督提示 about a matter from the list of all. */
export async function openFromList(device: Device, matter: string): Promise<void> {
  await device.open('today/index');
  await device.press('全部监督提示');
  await device.page.locator('.supervision-card:visible', { hasText: matter }).click();
  await device.sees('不是问题线索');
}

export async function explain(device: Device, words: string): Promise<void> {
  await device.write('text', words);
  await device.page.locator('#explain-supervision:visible').click();
  await device.sees('已说明');
}

export async function markSeen(device: Device): Promise<void> {
  await device.visible('已阅', { exact: true }).click();
  await device.page.locator('#handle-supervision:visible').click();
  await device.sees('已标记已阅');
}

export async function markUnderstood(device: Device, words: string): Promise<void> {
  await device.write('text', words);
  await device.page.locator('#handle-supervision:visible').click();
  await device.sees('已标记已了解情况');
}

/** What the paper says that the button opens in a tab of its own. */
export async function paperText({ page }: Device): Promise<string> {
  let paper: Uint8Array = new Uint8Array();
  await page.route('**/paper', async (route) => {
    const response = await route.fetch();
    paper = await response.body();
    await route.fulfill({ response });
  });
  const tab = page.waitForEvent('popup');
  await page.locator('#supervision-paper:visible').click();
  const answered = page.waitForResponse('**/paper');
  await Promise.all([tab, answered]);
  await (await tab).close();
  return (await readPdf(paper)).text;
}
