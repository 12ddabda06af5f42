import type { tenureKinds } from './post.contract';
import type { Profile } from './profile';

/** A tenure of the same post, as far as it can stand in another's way. */
export interface OtherTenure {
  personId: string;
  kind: (typeof tenureKinds)[number];
  startsOn: string;
  endsOn: string | null;
}

/** Kinds that fill a post; 主持工作, 代理 and 临时代管 stand in for whoever does not. */
const FILLING: readonly OtherTenure['kind'][] = ['regular', 'concurrent'];

/** Who may name a stand-in for a post that stands vacant, beside the administrator. */
const NAMING: readonly Profile[] = ['leader', 'office'];
/** Posts that give power over the register or belong to the county: the township fills them through the administrator alone. */
const RESERVED: readonly Profile[] = ['administrator', 'county'];

/**
 * Whether somebody acting in a post of this profile may appoint to a tenure or end it. The administrator may; leaders and the
 * office only 临时代管, never of a reserved post and never their own. `postProfile` null: there is no such post.
 */
export function mayManageTenure(
  acting: Profile,
  tenure: { kind: OtherTenure['kind']; postProfile: Profile | null; isOwn: boolean },
): boolean {
  if (acting === 'administrator') return true;
  if (!NAMING.includes(acting) || tenure.kind !== 'caretaker' || tenure.isOwn) return false;
  return tenure.postProfile === null || !RESERVED.includes(tenure.postProfile);
}

/**
 * Why an appointment cannot be: it ends before it begins, the person is in that post already, or the post takes one holder and has
 * one. 临时代管 is for posts that stand empty: no post for one takes it beside anybody, and with `onlyVacant` no post at all does.
 * Spans are half-open [from, until); null where nothing stands in the way.
 */
export function refusalOf(
  wanted: { personId: string; kind: OtherTenure['kind']; from: string; until: string | null },
  others: readonly OtherTenure[],
  post: { singleHolder: boolean; onlyVacant?: boolean },
): 'until_before_from' | 'already_in_post' | 'post_already_held' | null {
  if (wanted.until !== null && wanted.until <= wanted.from) return 'until_before_from';
  const overlapping = others.filter((other) => overlaps(wanted, { from: other.startsOn, until: other.endsOn }));
  if (overlapping.some((other) => other.personId === wanted.personId)) return 'already_in_post';
  if (wanted.kind === 'caretaker' && (post.singleHolder || post.onlyVacant))
    return overlapping.length > 0 ? 'post_already_held' : null;
  const fills = post.singleHolder && FILLING.includes(wanted.kind);
  return fills && overlapping.some((other) => FILLING.includes(other.kind)) ? 'post_already_held' : null;
}

function overlaps(a: { from: string; until: string | null }, b: { from: string; until: string | null }): boolean {
  return (b.until === null || a.from < b.until) && (a.until === null || b.from < a.until) && b.from !== b.until;
}
