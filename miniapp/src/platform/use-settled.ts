import { useEffect, useState } from 'react';

const PAUSE_MS = 700;

/** A value once it has not changed for a moment: what is typed is asked about when the fingers rest. */
export function useSettled<T>(value: T): T {
  const content = JSON.stringify(value);
  const [settled, setSettled] = useState(content);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(content), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [content]);
  return JSON.parse(settled) as T;
}
