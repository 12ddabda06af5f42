import type { Page } from '@zerentian/shared/fields';
import type { HazardDetail, HazardView } from '@zerentian/shared/hazards/hazard.contract';
import type { Township } from '../../support/township';

/** How much is sent, and with which chance: the counts of `npm test`, or those of `npm run soak`. */
export const REPORTS = Number(process.env.FAULT_REPORTS ?? 100);
export const SEED = Number(process.env.FAULT_SEED ?? 20_260_415);

/** One report in so many is sent from a browser, the others from the WeChat bundle. */
export const BROWSER_SHARE = 10;

/** Phones wait so much shorter than in the hand: 20 seconds are 200 milliseconds. */
export const PACE = '0.01';

/** Every hazard whose description begins so, as the server holds it, over all pages. */
export async function stored(town: Township, beginning: string): Promise<HazardView[]> {
  const found: HazardView[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const path: string = `/api/hazards?limit=100${cursor ? `&cursor=${cursor}` : ''}`;
    const { status, body } = await town.as.safetyStation.get<Page<HazardView>>(path);
    if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
    found.push(...body.items.filter(({ description }) => description?.startsWith(beginning)));
    cursor = body.nextCursor;
  }
  return found;
}

/** What became of the reports that were made on some device. */
export interface Outcome {
  lost: string[];
  doubled: string[];
  /** Reports of which the photo is not there, whole and readable. */
  withoutPhoto: string[];
}

/** Holds what the server has against what was written on the devices: each once, each with its one photo. */
export async function outcomeOf(town: Township, beginning: string, texts: readonly string[]): Promise<Outcome> {
  const byText = new Map<string, HazardView[]>();
  for (const hazard of await stored(town, beginning)) {
    const text = hazard.description as string;
    byText.set(text, [...(byText.get(text) ?? []), hazard]);
  }
  const withoutPhoto: string[] = [];
  for (const hazard of [...byText.values()].flat()) {
    if (!(await showsItsPhoto(town, hazard.id))) withoutPhoto.push(hazard.description as string);
  }
  return {
    lost: texts.filter((text) => !byText.has(text)),
    doubled: [...byText].filter(([, found]) => found.length > 1).map(([text]) => text),
    withoutPhoto,
  };
}

async function showsItsPhoto(town: Township, id: string): Promise<boolean> {
  const { body } = await town.as.safetyStation.get<HazardDetail>(`/api/hazards/${id}`);
  if (body.photos.length !== 1) return false;
  const picture = await fetch(new URL(body.photos[0]!.url, town.url));
  const bytes = Buffer.from(await picture.arrayBuffer());
  return picture.status === 200 && bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xd8]));
}

export const NOTHING_WRONG: Outcome = { lost: [], doubled: [], withoutPhoto: [] };
