import type { AccountabilityView } from '@zerentian/shared/accountability/accountability.contract';
import type { DashboardView } from '@zerentian/shared/dashboards/dashboard.contract';
import type { Locator } from 'playwright-core';
import type { Device } from './phone';

/** The id in the address of the hazard's page that is open. */
export function hazardId(device: Device): string {
  return /id=([0-9a-f-]{36})/.exec(device.page.url())?.[1] ?? '';
}

export async function openHazard(device: Device, id: string): Promise<void> {
  await device.open(`hazards/detail/index?id=${id}`);
  await device.sees('隐患详情');
}

type Fill = () => Promise<void>;
const NOTHING: Fill = async () => undefined;

/** Opens the form of a step, fills it in, and presses its button. */
export async function fillStep(device: Device, name: string | RegExp, fill: Fill = NOTHING): Promise<void> {
  await device.press(name);
  await fill();
  await device.page.locator('#take-step:visible').click();
}

export async function takeStep(device: Device, name: string | RegExp, fill: Fill = NOTHING): Promise<void> {
  await fillStep(device, name, fill);
  await device.sees('已送达');
}

/** The same with what cannot be undone: read through once more, as `answers` have it, before it is sent. */
export async function takeCheckedStep(
  device: Device,
  name: string | RegExp,
  answers: readonly string[],
  fill: Fill = NOTHING,
): Promise<void> {
  await fillStep(device, name, fill);
  await device.sees('核对一遍');
  for (const answer of answers) await device.sees(answer);
  await device.page.locator('#take-step:visible').click();
  await device.sees('已送达');
}

/** What a hazard’s page says about where it stands: `✓` behind, `现在` where it is. */
export async function stages(device: Device): Promise<string[]> {
  const places = device.page.locator('.stages__one:visible');
  await places.first().waitFor();
  const read = async (place: Locator) => {
    const [name, said] = await Promise.all([
      place.locator('.stages__name').textContent(),
      place.locator('.stages__said').textContent(),
    ]);
    return `${said ?? ''}${name ?? ''}`;
  };
  return Promise.all((await places.all()).map(read));
}

export async function chooseUnit(device: Device, field: string, name: string): Promise<void> {
  await device.page.locator(`#${field}:visible`).click();
  await device.write('unit-search', name);
  await device.page.locator('.unit-option:visible', { hasText: name }).first().click();
}

/** Waits until so many photos of a place on the page are there, and not only their frames. */
export async function photosThere({ page }: Device, place: string, count: number): Promise<void> {
  await page.locator(`${place}:visible`).first().scrollIntoViewIfNeeded();
  const areThere = ({ place, count }: { place: string; count: number }) => {
    const images = [...document.querySelectorAll<HTMLImageElement>(`${place} img`)];
    return images.filter((it) => it.checkVisibility() && it.naturalWidth > 0).length === count;
  };
  await page.waitForFunction(areThere, { place, count });
}

const texts = async (places: Locator) => (await places.allTextContents()).map((text) => text.trim());

/** Waits for the board to show the numbers of an answer: the totals, and the village with whoever holds its matters. */
export async function boardShows(device: Device, { totals, rows }: DashboardView, areaCode: string): Promise<void> {
  await device.open('dashboards/index');
  const { page } = device;
  const figures: [string, number, string][] = [
    ['未办结', totals.open, `本月已销号 ${totals.closedThisMonth} 条`],
    ['逾期', totals.overdue, `${totals.open} 条未办结里`],
    ['疑似重大', totals.suspectedMajor, `${totals.open} 条未办结里`],
    ['本月无记录', totals.withoutRecord, ''],
  ];
  for (const [label, value, note] of figures) {
    const total = page.locator('.total:visible', { has: page.locator('.total__label', { hasText: label }) });
    await total.filter({ hasText: note }).locator('.total__value').getByText(String(value), { exact: true }).waitFor();
  }
  const row = rows.find((it) => it.areaCode === areaCode);
  if (!row) throw new Error(`the board has no row for ${areaCode}`);
  const shown = page.locator('.board-row:visible', { hasText: row.areaName });
  await shown.locator('.board-cell--open').getByText(String(row.open), { exact: true }).waitFor();
  expect(await texts(shown.locator('.person__name'))).toEqual(row.holders.map(({ name }) => name));
}

/** The names that each line of 谁负责 shows, by the line's name. */
export async function namesOnLines(device: Device): Promise<Record<string, string[]>> {
  await device.page.locator('.line:visible').first().waitFor();
  const lines = await device.page.locator('.line:visible').all();
  const entries = lines.map(async (line) => [
    (await line.locator('.line__name').textContent()) ?? '',
    await texts(line.locator('.person__name')),
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

/** The same by the server's answer: each person once in a line. */
export function namesAnswered({ lines }: AccountabilityView): Record<string, string[]> {
  return Object.fromEntries(
    lines.map(({ name, holders }) => [name, [...new Set(holders.map((holder) => holder.name ?? ''))]]),
  );
}

/** Who did what, by the history on a hazard's page, the latest first: `[what, who]`. */
export async function history(device: Device): Promise<[string, string][]> {
  const entries = device.page.locator('.timeline__entry:visible');
  await entries.first().waitFor();
  const read = async (entry: Locator): Promise<[string, string]> => [
    (await entry.locator('.text-strong').first().textContent()) ?? '',
    (await entry.locator('.text-note').first().textContent()) ?? '',
  ];
  return Promise.all((await entries.all()).map(read));
}
