import type { StandardView } from './standard.contract';

/** How many words of a search count: each is one more look at every entry. */
const MOST_WORDS = 5;

/** The words of a search, parted by white space. */
export function searchWords(q: string): string[] {
  return q.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
}

/** What is asked for; an empty word or trade narrows nothing. */
export interface Wanted {
  q: string;
  trade: string;
  kind?: StandardView['kind'] | '';
  level?: StandardView['level'] | '';
}

/**
 * Whether an entry is what is looked for: the rule of `GET /api/standards`, for the copy that the phone keeps. An entry without a trade
 * holds in every trade.
 */
export function isWanted(entry: StandardView, { q, trade, kind, level }: Wanted): boolean {
  if (trade && entry.trade !== null && entry.trade !== trade) return false;
  if (kind && entry.kind !== kind) return false;
  if (level && entry.level !== level) return false;
  const text = [entry.wording, entry.basis, entry.clause, entry.advice].join('\n').toLowerCase();
  return searchWords(q.toLowerCase()).every((word) => text.includes(word));
}

/** Document and clause in one line: never longer than `standardClause` of a hazard. Empty where the entry has no document. */
export function basisWords({ basis, clause }: Pick<StandardView, 'basis' | 'clause'>): string {
  return [basis, clause].filter(Boolean).join(' ');
}
