import { covers } from '@zerentian/shared/areas/area.contract';
import type { DashboardRow } from '@zerentian/shared/dashboards/dashboard.contract';
import type { HeldPostView } from '@zerentian/shared/people/session.contract';
import { create } from 'zustand';
import type { QueryValues } from '../platform/query-string';

/** Which rows of the board are shown: an order of matters, never of people. */
export const rowViews = ['all', 'overdue', 'major', 'unrecorded'] as const;
export type RowView = (typeof rowViews)[number];

export const rowViewNames: Record<RowView, string> = {
  all: '全部',
  overdue: '有逾期',
  major: '有疑似重大',
  unrecorded: '本月无记录',
};

/** Kept while the app runs, so that it survives going to a list and back. */
interface BoardView {
  /** Area code; empty for the first that my posts cover. */
  area: string;
  rows: RowView;
}

export const useBoardView = create<BoardView>(() => ({ area: '', rows: 'all' }));

interface NamedArea {
  code: string;
  name: string;
}

type Scope = Pick<HeldPostView, 'profile' | 'line' | 'areaCode' | 'areaName'>;

/** The areas whose boards my posts open: an enterprise, a single trade and the administration of accounts have none. */
export function boardAreasOf(posts: readonly Scope[]): NamedArea[] {
  const areas = new Map<string, NamedArea>();
  for (const post of posts) {
    if (!hasBoard(post) || areas.has(post.areaCode)) continue;
    areas.set(post.areaCode, { code: post.areaCode, name: post.areaName });
  }
  return [...areas.values()];
}

function hasBoard({ profile, line }: Scope): boolean {
  if (profile === 'administrator' || profile === 'enterprise-head') return false;
  return !((profile === 'station' || profile === 'member') && line === 'sector');
}

/** The area to show: the one chosen while it is (or lies in) one of mine, else the first. */
export function boardAreaOf(areas: readonly NamedArea[], chosen: string): string | undefined {
  const allowed = chosen !== '' && areas.some(({ code }) => covers(code, chosen));
  return allowed ? chosen : areas[0]?.code;
}

/**
 * The list behind a number. The area is left out where it is all that I see, since the list then shows the same without a
 * filter that nobody chose.
 */
export function hazardLink(view: 'open' | 'overdue' | 'major', area: string, mine: readonly NamedArea[]): QueryValues {
  const isAll = mine.length > 0 && mine.every(({ code }) => covers(area, code));
  return isAll ? { view } : { view, area };
}

/** The rows of a view. The area's own row (matters of no village) never counts as without a record. */
export function rowsOf(rows: readonly DashboardRow[], view: RowView, boardArea: string): DashboardRow[] {
  return rows.filter((row) => {
    if (view === 'overdue') return row.overdue > 0;
    if (view === 'major') return row.suspectedMajor > 0;
    if (view === 'unrecorded') return row.recordsThisMonth === 0 && row.areaCode !== boardArea;
    return true;
  });
}
