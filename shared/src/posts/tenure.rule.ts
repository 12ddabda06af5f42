import type { tenureKinds } from './post.contract';

/** A tenure of the same post, as far as it can stand in another's way. */
export interface OtherTenure {
  personId: string;
  kind: (typeof tenureKinds)[number];
  startsOn: string;
  endsOn: string | null;
}

/** Kinds that fill a post; 主持工作, 代理 and 临时代管 stand in for whoever does not. */
const FILLING: readonly OtherTenure['kind'][] = ['regular', 'concurrent'];

/**
 * Why an appointment cannot be: it ends before it begins, the person is in that post already, or the post takes one holder and has
 * one. Spans are half-open [from, until); null where nothing stands in the way.
 */
export function refusalOf(
  wanted: { personId: string; kind: OtherTenure['kind']; from: string; until: string | null },
  others: readonly OtherTenure[],
  singleHolder: boolean,
): 'until_before_from' | 'already_in_post' | 'post_already_held' | null {
  if (wanted.until !== null && wanted.until <= wanted.from) return 'until_before_from';
  const overlapping = others.filter((other) => overlaps(wanted, { from: other.startsOn, until: other.endsOn }));
  if (overlapping.some((other) => other.personId === wanted.personId)) return 'already_in_post';
  const fills = singleHolder && FILLING.includes(wanted.kind);
  return fills && overlapping.some((other) => FILLING.includes(other.kind)) ? 'post_already_held' : null;
}

function overlaps(a: { from: string; until: string | null }, b: { from: string; until: string | null }): boolean {
  return (b.until === null || a.from < b.until) && (a.until === null || b.from < a.until) && b.from !== b.until;
}
