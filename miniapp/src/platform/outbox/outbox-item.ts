import type { FieldError } from '@zerentian/shared/problem';
import type { PageName } from '../navigation';
import type { KeptPhoto } from '../photo-rules';
import type { QueryValues } from '../query-string';

/** What somebody did, as a form hands it to the outbox; see `useOutboxForm`. */
export interface Act {
  /** What kind of act it is, in the words of the list: 上报隐患. */
  title: string;
  /** One line of what it says, so that its author knows it again. */
  about: string;
  /** Under `/api`, by POST. */
  path: string;
  /**
   * What it is about, such as `hazard:<id>`: acts on one subject are sent in the order in which they were done, and one that
   * was refused holds up those behind it. Acts on different subjects never wait for each other.
   */
  subject: string;
  /** Photos that the body names by their ids, wherever in it. */
  photos?: readonly PhotoOfAct[];
  /** The body makes something under an id of its own: if that is taken, this very act has arrived before. */
  creates?: boolean;
  /** First parts of the keys of what is read anew once it has arrived: `/hazards`, `today`. */
  stale: readonly string[];
  /** Where it can be seen. */
  page?: PageAt;
  /** How its form is opened again, to correct what was refused: the draft by its name, with what was typed. */
  form?: PageAt & { draft: string; values: object };
}

/** A chosen photo: the id was made on the phone. */
export interface PhotoOfAct extends KeptPhoto {
  id: string;
}

interface PageAt {
  page: PageName;
  params?: QueryValues;
}

/** A photo on its way. `lost`: it cannot be sent any more, and `words` says why; the act goes without it. */
export interface OutboxPhoto extends PhotoOfAct {
  state: 'waiting' | 'announced' | 'stored' | 'lost';
  words?: string;
}

/** A refusal, as it is kept with what was refused. */
export interface Refusal {
  code: string;
  title: string;
  detail: string;
  errors: readonly FieldError[];
}

/** An act on the phone: written down first, sent when there is signal. Kept under a key of its own. */
export interface OutboxItem extends Omit<Act, 'photos'> {
  /** UUIDv7: its idempotency key, and its place in the order. */
  id: string;
  /** Whoever did it: nobody else sends it or sees it. */
  personId: string;
  /** When it was done, by the phone's clock. */
  capturedAt: string;
  /** How far off the phone's clock was then; null if no answer had come since the start of the app. */
  offset: number | null;
  body: Record<string, unknown>;
  /** The body was sent at least once and must not change any more: a repeat with another one would be refused. */
  fixed: boolean;
  photos: OutboxPhoto[];
  state: 'waiting' | 'refused' | 'delivered';
  /** The phone had no room to write it down: it lives as long as the app is open. */
  unsaved?: boolean;
  refusal?: Refusal;
  /** When the server had it, by the server's clock. */
  deliveredAt?: string;
  /** The server took it otherwise than it was meant: what it did with it, in its words. */
  kept?: { code: string; words: string };
  /** The server does not believe the phone's time. */
  doubted?: boolean;
}

/** Whether nothing of it is left to be sent. */
export function isFinished({ state, photos }: OutboxItem): boolean {
  return state === 'delivered' && photos.every((photo) => photo.state === 'stored' || photo.state === 'lost');
}

/** An act just done, as an item. */
export function newItem(
  act: Act,
  of: Pick<OutboxItem, 'id' | 'personId' | 'capturedAt' | 'offset' | 'body'>,
): OutboxItem {
  const photos = (act.photos ?? []).map((photo): OutboxPhoto => ({ ...photo, state: 'waiting' }));
  return { ...act, ...of, photos, fixed: false, state: 'waiting' };
}

/**
 * What is sent: the body without the photos that are lost, and how far off the phone's clock was. The clock as it was known at
 * the act counts, since it is the one that the act was dated by; without any, as it is known now. A body that has its offset
 * already (a day that was chosen, not a moment) keeps it.
 */
export function bodyToSend(item: OutboxItem, offsetNow: number): Record<string, unknown> {
  if (item.fixed) return item.body;
  const lost = new Set(item.photos.filter(({ state }) => state === 'lost').map(({ id }) => id));
  const body = without(item.body, lost) as Record<string, unknown>;
  return 'occurredAt' in body ? { clockOffset: item.offset ?? offsetNow, ...body } : body;
}

/** The same value without some ids in its lists; a list that is left empty goes too, as if it had never been filled in. */
function without(value: unknown, ids: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.filter((it) => !ids.has(it)).map((it) => without(it, ids));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, it]) => [name, without(it, ids)] as const);
  const emptied = ([name, it]: readonly [string, unknown]) =>
    Array.isArray(it) && it.length === 0 && ((value as Record<string, unknown[]>)[name]?.length ?? 0) > 0;
  return Object.fromEntries(entries.filter((entry) => !emptied(entry)));
}
