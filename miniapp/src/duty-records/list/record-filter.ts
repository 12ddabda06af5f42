import type { DutyRecordQuery } from '@zerentian/shared/duty-records/duty-record.contract';
import type { HeldPostView } from '@zerentian/shared/people/session.contract';
import type { Profile } from '@zerentian/shared/posts/profile';
import { create } from 'zustand';

/** What the list shows. Kept while the app runs, so that it survives going to the form and back. */
export interface RecordFilter {
  /** Empty: mine for those who record, the area's for those who rather look on. */
  who: 'mine' | 'area' | '';
  kind: string;
  /** Area code; empty for everything I may see. */
  area: string;
  /** Days (inclusive), set by a link from a board's number. */
  from: string;
  until: string;
}

export const NO_FILTER: RecordFilter = { who: '', kind: '', area: '', from: '', until: '' };

export const useRecordFilter = create<RecordFilter>(() => NO_FILTER);

const ONLY_LOOKING: ReadonlySet<Profile> = new Set<Profile>(['administrator', 'county']);

/** Whether somebody in a post records duties at all. */
export function records(profile: Profile | undefined): boolean {
  return profile !== undefined && !ONLY_LOOKING.has(profile);
}

type Post = Pick<HeldPostView, 'profile' | 'line'>;

/** Whether a post reads what others recorded: not an enterprise's, not a single trade's, not the administrator's. */
export function looksOn({ profile, line }: Post): boolean {
  if (profile === 'administrator' || profile === 'enterprise-head') return false;
  return !((profile === 'station' || profile === 'member') && line === 'sector');
}

/** Leaders and 纪委 open the list to see what others did. */
const LOOKING_FIRST: ReadonlySet<Profile> = new Set<Profile>(['leader', 'discipline', 'county']);

/** Whose records: what was chosen where there is a choice, else what fits the post. */
export function whoOf(filter: Pick<RecordFilter, 'who'>, post: Post | undefined): 'mine' | 'area' {
  if (!post || !looksOn(post)) return 'mine';
  if (!records(post.profile)) return 'area';
  return filter.who !== '' ? filter.who : LOOKING_FIRST.has(post.profile) ? 'area' : 'mine';
}

/** The filter as the API's query. */
export function queryOf(filter: RecordFilter, who: 'mine' | 'area'): Omit<DutyRecordQuery, 'limit' | 'cursor'> {
  const { kind, area, from, until } = filter;
  return {
    ...(who === 'mine' && { mine: true }),
    ...(kind && { kind }),
    ...(area && { area }),
    ...(from && { from }),
    ...(until && { until }),
  };
}

/** The filter that a link asks for, or null if it asks for none. */
export function filterFromLink(params: Record<string, string | undefined>): RecordFilter | null {
  const area = asked(params.area, /^\d{2,12}$/);
  const from = asked(params.from, /^\d{4}-\d\d-\d\d$/);
  const until = asked(params.until, /^\d{4}-\d\d-\d\d$/);
  if (!area && !from && !until) return null;
  return { ...NO_FILTER, who: 'area', area, from, until };
}

function asked(value: string | undefined, shape: RegExp): string {
  return value && shape.test(value) ? value : '';
}
