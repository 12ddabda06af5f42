import { create } from 'zustand';
import { forget, keysWith, load, save } from '../storage';
import type { OutboxItem } from './outbox-item';

/** What the outbox shows: the items of whoever is signed in, and how it is getting on. */
interface OutboxState {
  /** In the order in which they were done. */
  items: readonly OutboxItem[];
  /** The item that is being sent. */
  sending: string | null;
  /** Photo → share that has arrived, 0 to 1; of those on their way since the app was started. */
  progress: Readonly<Record<string, number>>;
  /** This version is too old for the server. */
  tooOld: boolean;
}

export const useOutbox = create<OutboxState>(() => ({ items: [], sending: null, progress: {}, tooOld: false }));

const prefixOf = (personId: string) => `outbox:${personId}:` as const;
const keyOf = ({ personId, id }: OutboxItem) => `${prefixOf(personId)}${id}` as const;

/** Reads a person's items from the phone: whoever signs in sees their own. */
export function openFor(personId: string | null): void {
  const keys = personId ? keysWith(prefixOf(personId)) : [];
  const kept = keys.map((key) => load<OutboxItem>(key)).filter((item) => item !== null);
  const known = new Set(kept.map(({ id }) => id));
  // What the phone had no room for is in memory alone.
  const unsaved = useOutbox.getState().items.filter((item) => item.personId === personId && !known.has(item.id));
  useOutbox.setState({ items: inOrder([...kept, ...unsaved]), sending: null, progress: {}, tooOld: false });
}

/** Writes an item down and shows it. False if the phone has no room: then it is kept in memory and says so. */
export function put(item: OutboxItem): boolean {
  const { unsaved: _, ...written } = item;
  const saved = save(keyOf(item), written);
  const shown = saved ? written : { ...item, unsaved: true };
  useOutbox.setState(({ items }) => ({ items: inOrder([...items.filter(({ id }) => id !== item.id), shown]) }));
  return saved;
}

export function remove(item: OutboxItem): void {
  forget(keyOf(item));
  useOutbox.setState(({ items }) => ({ items: items.filter(({ id }) => id !== item.id) }));
}

/** The item as it is now; undefined once it was discarded. */
export function itemOf(id: string): OutboxItem | undefined {
  return useOutbox.getState().items.find((item) => item.id === id);
}

function inOrder(items: readonly OutboxItem[]): OutboxItem[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}
