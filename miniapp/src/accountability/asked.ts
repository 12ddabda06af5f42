import type { AccountabilityQuery } from '@zerentian/shared/accountability/accountability.contract';
import type { HeldPostView } from '@zerentian/shared/people/session.contract';
import { create } from 'zustand';

/** What is asked for: a place as it is, a unit in it, or a trade there. */
export const subjects = ['place', 'unit', 'trade'] as const;
export type Subject = (typeof subjects)[number];

/** Kept while the app runs, so that it survives going to another page and back. */
export interface Asked {
  area: string;
  about: Subject;
  unit: string;
  unitName: string;
  trade: string;
  /** 往日: as it stood on that date; empty for today. */
  at: string;
  /** 当时所知: as it was known at that date's end; empty for today's knowledge. */
  knownAt: string;
}

export const NOTHING_ASKED: Asked = {
  area: '',
  about: 'place',
  unit: '',
  unitName: '',
  trade: '',
  at: '',
  knownAt: '',
};

/** Null until something was asked: then one's own place answers. */
export const useAsked = create<{ asked: Asked | null }>(() => ({ asked: null }));

type OwnPost = Pick<HeldPostView, 'profile' | 'areaCode' | 'unitId' | 'unitName'>;

/** One's own place; for the head of an enterprise their own unit. A county post has to choose a township first. */
export function ownPlace(post: OwnPost | undefined): Asked {
  if (!post || post.areaCode.length < 9) return NOTHING_ASKED;
  const place = { ...NOTHING_ASKED, area: post.areaCode };
  return post.profile === 'enterprise-head'
    ? { ...place, about: 'unit', unit: post.unitId, unitName: post.unitName }
    : place;
}

/** As the API's query; a subject not yet chosen asks about the place. */
export function queryOf({ area, about, unit, trade, at, knownAt }: Asked): AccountabilityQuery {
  return {
    ...(area && { area }),
    ...(about === 'unit' && unit && { unit }),
    ...(about === 'trade' && trade && { trade }),
    ...(at && { at }),
    ...(knownAt && { knownAt }),
  };
}

/** What a link asks, or null if it asks nothing. */
export function askedFromLink(params: Record<string, string | undefined>): Asked | null {
  const { area = '', unit = '', trade = '', at = '' } = params;
  if (!area && !unit) return null;
  const about = unit ? 'unit' : trade ? 'trade' : 'place';
  return { ...NOTHING_ASKED, area, about, unit, trade, at };
}
