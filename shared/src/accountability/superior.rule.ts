import type { Line } from '../posts/post.contract';
import type { Profile } from '../posts/profile';
import type { AnswerableView } from './accountability.contract';

/** A post kind as far as lines and superiors go. */
export interface KindFacts {
  key: string;
  profile: Profile;
  line: Line | null;
  singleHolder: boolean;
  reportsTo: string | null;
}
export type Kinds = ReadonlyMap<string, KindFacts>;

/** Somebody in a post, as an answer names them. */
export type Answering = Pick<AnswerableView, 'tenureKind' | 'lead'> & {
  personId: string;
  name: string;
  phone: string | null;
  since: string;
};

/** A post with whoever holds it on the date asked: the lead of a team first. */
export interface StaffedPost {
  postId: string;
  kindKey: string;
  title: string;
  unitId: string;
  unitName: string;
  areaCode: string;
  /** It answers for the trade that was asked about. */
  answersForTrade: boolean;
  holders: readonly Answering[];
}

/**
 * Who answers for a vacant post: a held post of the kind that its own reports to, over the same place, and so on upwards. Of the
 * posts that are divided by trade only the one of the trade asked about can be superior.
 */
export function superiorOf(vacant: StaffedPost, posts: readonly StaffedPost[], kinds: Kinds): StaffedPost | null {
  for (const kindKey of kindsAbove(kinds, vacant.kindKey)) {
    const byTrade = kinds.get(kindKey)?.line === 'sector';
    const found = posts.find(
      (post) =>
        post.kindKey === kindKey &&
        post.holders.length > 0 &&
        vacant.areaCode.startsWith(post.areaCode) &&
        (!byTrade || post.answersForTrade),
    );
    if (found) return found;
  }
  return null;
}

/** How many kinds stand above one. */
export function kindDepth(kinds: Kinds, kindKey: string): number {
  return kindsAbove(kinds, kindKey).length;
}

/** The kinds above one, nearest first; a circle is walked once. */
export function kindsAbove(kinds: Kinds, kindKey: string): string[] {
  const above: string[] = [];
  for (let key = kinds.get(kindKey)?.reportsTo ?? null; key !== null && key !== kindKey && !above.includes(key); ) {
    above.push(key);
    key = kinds.get(key)?.reportsTo ?? null;
  }
  return above;
}

/** The kinds whose posts must be known to answer the lines that go by area: those in them, and all above those. */
export function kindsByArea(kinds: Kinds): string[] {
  const inLines = [...kinds.values()].filter(({ line, profile, singleHolder }) => {
    if (line === 'territorial' || line === 'leadership') return true;
    return line === 'supervision' && (singleHolder || profile === 'deputy');
  });
  const keys = new Set(inLines.flatMap(({ key }) => [key, ...kindsAbove(kinds, key)]));
  return [...keys].filter((key) => kinds.get(key)?.line !== 'sector');
}
