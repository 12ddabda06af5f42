import type { HazardQuery } from '@zerentian/shared/hazards/hazard.query.contract';
import { type HazardState, hazardStates } from '@zerentian/shared/hazards/hazard.vocabulary';
import { create } from 'zustand';

/** What the list shows. Kept while the app runs, so that it survives going to a hazard and back. */
export interface HazardFilter {
  view: HazardListView;
  /** Area code; empty for everything I may see. */
  area: string;
  state: HazardState | '';
  /** Unit id and name, set by a link from a unit. */
  unit: string;
}

export const hazardListViews = ['mine', 'open', 'overdue', 'major', 'reported', 'all'] as const;
export type HazardListView = (typeof hazardListViews)[number];

export const hazardListViewNames: Record<HazardListView, string> = {
  mine: '在我手里',
  open: '未办结',
  overdue: '逾期',
  major: '疑似重大',
  reported: '我上报的',
  all: '全部',
};

export const NO_FILTER: HazardFilter = { view: 'open', area: '', state: '', unit: '' };

export const useHazardFilter = create<HazardFilter>(() => NO_FILTER);

/** The filter as the API's query. */
export function queryOf({ view, area, state, unit }: HazardFilter): Omit<HazardQuery, 'limit' | 'cursor'> {
  return {
    ...(view === 'mine' && { mine: true }),
    ...(view === 'overdue' && { overdue: true }),
    ...(view === 'reported' && { reported: true }),
    ...(view === 'major' && { level: 'suspected-major', open: true }),
    ...(view === 'open' && { open: true }),
    ...(area && { area }),
    ...(state && { state }),
    ...(unit && { unit }),
  };
}

/** The filter that a link asks for (from a board's number, say), or null if it asks for none. */
export function filterFromLink(params: Record<string, string | undefined>): HazardFilter | null {
  const { view, area, state, unit } = params;
  if (!view && !area && !state && !unit) return null;
  return {
    view: hazardListViews.find((known) => known === view) ?? 'all',
    area: area && /^\d{2,12}$/.test(area) ? area : '',
    state: hazardStates.find((known) => known === state) ?? '',
    unit: unit ?? '',
  };
}
