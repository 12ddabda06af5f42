import { useCallback, useRef, useState } from 'react';
import { forgetDraft, loadDraft, saveDraft } from './draft-store';
import { freeKeys } from './outbox/outbox-tidy';
import { useSession } from './session';

/** Where a person's draft of a form is kept. */
export function draftKey(personId: string, name: string) {
  return `draft:${personId}:${name}` as const;
}

/** Writes a draft down; what can be read again or has arrived makes room for it. */
export function keepDraft(key: ReturnType<typeof draftKey>, values: object): void {
  if (saveDraft(key, values)) return;
  freeKeys();
  saveDraft(key, values);
}

/**
 * A form's values, saved as they are typed: a phone that is killed, or a session that runs out, loses nothing.
 * `restored` says that the form opened with an earlier draft, so that the page can say so and offer to start anew.
 * Drafts belong to the person: whoever signs in next on the same phone does not see them.
 * `initial` is read once, at the opening and at `clear`.
 */
export function useDraft<T extends object>(name: string, initial: T) {
  const person = useSession((state) => state.person?.id);
  const key = draftKey(person ?? '', name);
  const [earlier] = useState(() => loadDraft<T>(key));
  const start = useRef(initial);
  const latest = useRef<T>({ ...initial, ...earlier });
  const [values, setValues] = useState<T>(latest.current);
  const [restored, setRestored] = useState(earlier !== null);

  const change = useCallback(
    (part: Partial<T>) => {
      latest.current = { ...latest.current, ...part };
      setValues(latest.current);
      keepDraft(key, latest.current);
    },
    [key],
  );

  const clear = useCallback(() => {
    forgetDraft(key);
    latest.current = start.current;
    setValues(latest.current);
    setRestored(false);
  }, [key]);

  return { values, change, clear, restored };
}
