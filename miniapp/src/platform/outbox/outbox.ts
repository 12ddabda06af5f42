import { clockOffset, knownOffset, serverNow } from '../clock';
import { loadDraft } from '../draft-store';
import { newId } from '../id';
import { onNetworkBack } from '../network';
import { paced, pacedNow } from '../pace';
import { forgetPhoto } from '../photo-files';
import { queryClient } from '../query-client';
import { request } from '../request';
import { useSession } from '../session';
import { draftKey, keepDraft } from '../use-draft';
import { Courier } from './outbox-courier';
import { type Act, newItem, type OutboxItem } from './outbox-item';
import { announce, sendParts } from './outbox-photos';
import { itemOf, openFor, put, remove, useOutbox } from './outbox-store';
import { freeKeys, tidy } from './outbox-tidy';

/**
 * The outbox: what people do is written to the phone first and goes to the server when there is signal, each thing exactly once. The parts:
 * outbox-item (what is kept), outbox-order (what is next), outbox-verdict (what an answer means), outbox-courier (takes it there),
 * outbox-store (writes it down), outbox-photos. Forms use `useOutboxForm`.
 */
/** The first page comes first. */
const TIDY_AFTER_MS = 10_000;

let timer: ReturnType<typeof setTimeout> | undefined;

const courier = new Courier({
  items: () => useOutbox.getState().items,
  put,
  personId,
  post: (path, body, idempotencyKey) => request('POST', path, { body, idempotencyKey }),
  announce,
  sendParts,
  forget: ({ source }) => forgetPhoto(source),
  now: pacedNow,
  serverNow,
  offset: clockOffset,
  chance: Math.random,
  later: (run, ms) => {
    clearTimeout(timer);
    timer = setTimeout(run, paced(ms));
  },
  sending: (sending) => useOutbox.setState({ sending }),
  tooOld: () => useOutbox.setState({ tooOld: true }),
  arrived: ({ stale }) =>
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => stale.includes(String(queryKey[0])) }),
});

/** Opens the outbox of whoever is signed in, now and whenever that changes. Called once at the start. */
export function startOutbox(): void {
  let open: string | null | undefined;
  const look = () => {
    const now = personId();
    if (now === open) return;
    open = now;
    openFor(now);
    courier.wake();
  };
  look();
  useSession.subscribe(look);
  onNetworkBack(wakeOutbox);
  setTimeout(() => void tidy(), paced(TIDY_AFTER_MS));
}

/** A reason to try again now: the app comes to the front, the network is back, somebody pressed 立即重试. */
export function wakeOutbox(): void {
  courier.wake();
}

/** Writes an act down as done now and sends it as soon as it goes. Answers at once. */
export function hand(
  act: Act,
  body: Record<string, unknown>,
  at: Pick<OutboxItem, 'capturedAt' | 'offset'>,
): OutboxItem {
  const { person } = useSession.getState();
  if (!person) throw new Error('nobody is signed in');
  const item = newItem(act, { id: newId(), personId: person.id, body, ...at });
  if (!put(item)) {
    freeKeys();
    put(item);
  }
  courier.wake();
  return itemOf(item.id) ?? item;
}

/** When an act is done, by the phone's clock, and how far off that was, if it is known. */
export function captureTime(): Pick<OutboxItem, 'capturedAt' | 'offset'> {
  return { capturedAt: new Date().toISOString(), offset: knownOffset() };
}

/** Sends a refused item once more as it is: what stood against it may be gone. */
export function retry({ id }: OutboxItem): void {
  const item = itemOf(id);
  if (item?.state === 'refused') put({ ...item, state: 'waiting', refusal: undefined });
  courier.wake();
}

/** Gives an item up, with the photos that were not sent. */
export function discard(item: OutboxItem): void {
  remove(item);
  for (const { source } of item.photos) forgetPhoto(source);
  courier.wake();
}

/**
 * Takes an item back into its form, as its draft with its photos; the form's page is then to be opened. What lay in that draft is replaced.
 */
export function takeBack(item: OutboxItem, form: NonNullable<OutboxItem['form']>): void {
  remove(item);
  keepDraft(draftKey(item.personId, form.draft), form.values);
}

/** Whether something else is being written in the form of an item. */
export function formIsTaken(item: OutboxItem): boolean {
  return item.form !== undefined && loadDraft(draftKey(item.personId, item.form.draft)) !== null;
}

/** Only a person with a session sends; whose session ran out keeps everything until they sign in. */
function personId(): string | null {
  const { token, person } = useSession.getState();
  return token ? (person?.id ?? null) : null;
}
