import { serverNow } from '../clock';
import { useUnsavedDrafts } from '../draft-store';
import { forgetKept } from '../kept-queries';
import { forgetPhoto, keptFiles } from '../photo-files';
import { keysWith, loadText } from '../storage';
import { isFinished, type OutboxItem } from './outbox-item';
import { remove, useOutbox } from './outbox-store';

/**
 * Keeps the phone from filling up. Photos go as soon as the server has them; what was delivered stays in the list for a while, because people
 * ask "did it arrive?". What was not sent is never touched.
 */
const MOST_DELIVERED = 30;
const DELIVERED_MS = 7 * 24 * 3600_000;

/** Delivered items that need not be listed any more: too many, or too long ago. What the server did otherwise stays until it was read. */
export function spent(items: readonly OutboxItem[], now: Date, most = MOST_DELIVERED): OutboxItem[] {
  const delivered = items.filter((item) => isFinished(item) && !item.kept).reverse();
  const since = new Date(now.getTime() - DELIVERED_MS).toISOString();
  return delivered.filter(({ deliveredAt = '' }, index) => index >= most || deliveredAt < since);
}

/** Kept photos that no item and no draft of anybody names: their form was discarded, or the app killed in between. */
export function orphans(files: readonly { source: string }[], texts: readonly string[]): string[] {
  return files.map(({ source }) => source).filter((source) => !texts.some((text) => text.includes(source)));
}

/** Removes what is spent. Called now and then, and before the phone is said to be full. */
export async function tidy(): Promise<void> {
  for (const item of spent(useOutbox.getState().items, serverNow())) remove(item);
  const files = await keptFiles();
  if (files.length === 0) return;
  const written = [...keysWith('outbox:'), ...keysWith('draft:')].map(loadText);
  // What the phone had no room to write down names photos too.
  const texts = [...written, JSON.stringify([useOutbox.getState().items, useUnsavedDrafts.getState().drafts])];
  for (const source of orphans(files, texts)) forgetPhoto(source);
}

/** Frees keys for an act that found no room: what was delivered, and answers that can be read again. */
export function freeKeys(): void {
  for (const item of spent(useOutbox.getState().items, serverNow(), 0)) remove(item);
  forgetKept();
}
