import { create } from 'zustand';
import { forget, load, save } from './storage';

type DraftKey = `draft:${string}`;

/** Drafts for which the phone had no room: they last as long as the app is open, and are said to. */
export const useUnsavedDrafts = create<{ drafts: Readonly<Record<DraftKey, object>> }>(() => ({ drafts: {} }));

export function loadDraft<T>(key: DraftKey): T | null {
  return (useUnsavedDrafts.getState().drafts[key] as T | undefined) ?? load<T>(key);
}

/** Writes a draft down. False if the phone has no room: then it is kept in memory. */
export function saveDraft(key: DraftKey, values: object): boolean {
  const saved = save(key, values);
  if (saved) leaveMemory(key);
  else useUnsavedDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [key]: values } }));
  return saved;
}

export function forgetDraft(key: DraftKey): void {
  forget(key);
  leaveMemory(key);
}

function leaveMemory(key: DraftKey): void {
  const { [key]: left, ...drafts } = useUnsavedDrafts.getState().drafts;
  if (left) useUnsavedDrafts.setState({ drafts });
}
