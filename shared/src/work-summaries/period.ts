import { monthOf, quarterOf, type Window } from '../calendar';

/** The month `2026-11` or quarter `2026-Q4` as a span of dates; null for anything else. */
export function periodOf(text: string): Window | null {
  const [, year, month, quarter] = /^(\d{4})-(?:(0[1-9]|1[0-2])|Q([1-4]))$/.exec(text) ?? [];
  if (year === undefined) return null;
  if (month !== undefined) return monthOf(`${year}-${month}-01`);
  const first = String((Number(quarter) - 1) * 3 + 1).padStart(2, '0');
  return quarterOf(`${year}-${first}-01`);
}
