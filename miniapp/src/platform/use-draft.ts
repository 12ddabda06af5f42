import { useCallback, useRef, useState } from 'react';
import { forget, load, save } from './storage';

/**
 * A form's values, saved as they are typed: a phone that is killed, or a session that runs out, loses nothing.
 * `restored` says that the form opened with an earlier draft, so that the page can say so and offer to start anew.
 */
export function useDraft<T extends object>(name: string, initial: () => T) {
  const key = `draft:${name}` as const;
  const earlier = useRef<T | null | undefined>(undefined);
  if (earlier.current === undefined) earlier.current = load<T>(key);
  const [values, setValues] = useState<T>(() => ({ ...initial(), ...earlier.current }));
  const [restored, setRestored] = useState(earlier.current !== null);

  const change = useCallback(
    (part: Partial<T>) => {
      setValues((before) => {
        const after = { ...before, ...part };
        save(key, after);
        return after;
      });
    },
    [key],
  );

  const clear = useCallback(() => {
    forget(key);
    setRestored(false);
    setValues(initial());
  }, [key, initial]);

  return { values, change, clear, restored };
}
