import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';

const MOVES: Record<string, (index: number, count: number) => number> = {
  ArrowDown: (index, count) => Math.min(index + 1, count - 1),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_index, count) => count - 1,
};

/** Where the arrows have a meaning of their own, and behind an open sheet. */
function isTyping(element: Element | null): boolean {
  return element?.matches('input, select, textarea') === true || document.querySelector('[role=dialog]') !== null;
}

/**
 * At a desk the arrows, Home and End go from row to row of a list, and Enter opens what the row leads to, since a row is a link. They do so
 * wherever the cursor is, but never while something is typed or chosen. Whoever comes back finds the row again.
 */
export function useRowKeys(selector: string): void {
  const isShown = useRef(true);
  const opened = useRef<HTMLElement | null>(null);
  useDidShow(() => {
    isShown.current = true;
    opened.current?.focus();
    opened.current = null;
  });
  useDidHide(() => {
    isShown.current = false;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isShown.current || event.altKey || event.ctrlKey || event.metaKey) return;
      const rows = [...document.querySelectorAll<HTMLElement>(selector)].filter((row) => row.offsetParent !== null);
      const index = rows.indexOf(document.activeElement as HTMLElement);
      if (event.key === 'Enter' && index >= 0) opened.current = rows[index] ?? null;
      const move = MOVES[event.key];
      if (!move || isTyping(document.activeElement) || rows.length === 0) return;
      event.preventDefault();
      rows[move(index, rows.length)]?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [selector]);
}
