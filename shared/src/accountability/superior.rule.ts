import { covers } from '../areas/area.contract';
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

/** A post as far as its superior goes. */
export interface PlacedPost {
  postId: string;
  kindKey: string;
  areaCode: string;
  trades: readonly string[];
  holders: readonly unknown[];
}

/** A post with whoever holds it on the date asked, the one who answers first. */
export interface StaffedPost extends PlacedPost {
  title: string;
  unitId: string;
  unitName: string;
  /** It answers for the trade that was asked about. */
  answersForTrade: boolean;
  holders: readonly Answering[];
}

/**
 * Who answers for a vacant post, wherever that is asked: a held post of the kind that its own reports to, over the same place, and so on
 * upwards. Of the posts that are divided by trade only one that has a trade in common with it can be superior. Of several that fit: the
 * nearest place, then the most trades in common, then by id.
 */
export function superiorOf<P extends PlacedPost>(vacant: PlacedPost, posts: readonly P[], kinds: Kinds): P | null {
  for (const kindKey of kindsAbove(kinds, vacant.kindKey)) {
    const byTrade = kinds.get(kindKey)?.line === 'sector';
    const fitting = posts.filter(
      (post) =>
        post.kindKey === kindKey &&
        post.holders.length > 0 &&
        covers(post.areaCode, vacant.areaCode) &&
        (!byTrade || tradesInCommon(post, vacant) > 0),
    );
    const [found] = fitting.toSorted(
      (a, b) =>
        b.areaCode.length - a.areaCode.length ||
        tradesInCommon(b, vacant) - tradesInCommon(a, vacant) ||
        (a.postId === b.postId ? 0 : a.postId < b.postId ? -1 : 1),
    );
    if (found) return found;
  }
  return null;
}

function tradesInCommon(a: PlacedPost, b: PlacedPost): number {
  return a.trades.filter((trade) => b.trades.includes(trade)).length;
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

/**
 * The kinds whose posts must be known to answer the lines that go by area: those in them, all above those, and whoever stands above
 * posts of a trade, since any of them may be vacant.
 */
export function kindsByArea(kinds: Kinds): string[] {
  const inLines = [...kinds.values()].filter(({ line, profile, singleHolder }) => {
    if (line === 'territorial' || line === 'leadership') return true;
    return line === 'supervision' && (singleHolder || profile === 'deputy');
  });
  const ofTrades = [...kinds.values()].filter(({ line }) => line === 'sector');
  const above = [...inLines, ...ofTrades].flatMap(({ key }) => kindsAbove(kinds, key));
  return [...new Set([...inLines.map(({ key }) => key), ...above])];
}
