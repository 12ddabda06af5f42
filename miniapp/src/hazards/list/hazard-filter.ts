import { type HazardOrigin, hazardOrigins } from '@zerentian/shared/hazards/hazard.contract';
import type { HazardQuery } from '@zerentian/shared/hazards/hazard.query.contract';
import { type HazardState, hazardStates } from '@zerentian/shared/hazards/hazard.vocabulary';
import { create } from 'zustand';

/** What the list shows. Kept while the app runs, so that it survives going to a hazard and back. */
export interface HazardFilter {
  view: HazardListView;
  /** Area code; empty for everything I may see. */
  area: string;
  state: HazardState | '';
  origin: HazardOrigin | '';
  /** Unit id and name, set by a link from a unit. */
  unit: string;
}

export const hazardListViews = [
  'mine',
  'open',
  'overdue',
  'major',
  'listed',
  'county',
  'extension',
  'watched',
  'sample',
  'reported',
  'all',
] as const;
export type HazardListView = (typeof hazardListViews)[number];

export const hazardListViewNames: Record<HazardListView, string> = {
  mine: '在我手里',
  open: '未办结',
  overdue: '逾期',
  major: '疑似重大',
  listed: '重大',
  county: '在县级',
  extension: '待批延期',
  watched: '重点督办',
  sample: '待抽查',
  reported: '我上报的',
  all: '全部',
};

export const NO_FILTER: HazardFilter = { view: 'open', area: '', state: '', origin: '', unit: '' };

export const useHazardFilter = create<HazardFilter>(() => NO_FILTER);

type Query = Omit<HazardQuery, 'limit' | 'cursor'>;

const QUERIES: Record<HazardListView, Query> = {
  mine: { mine: true },
  open: { open: true },
  overdue: { overdue: true },
  major: { level: 'suspected-major', open: true },
  listed: { level: 'major', open: true },
  county: { state: 'with-county' },
  extension: { state: 'extension-asked' },
  watched: { watched: true },
  sample: { toSample: true },
  reported: { reported: true },
  all: {},
};

/** The filter as the API's query. A view that is itself a state goes before a state chosen beside it. */
export function queryOf({ view, area, state, origin, unit }: HazardFilter): Query {
  return {
    ...(state && { state }),
    ...QUERIES[view],
    ...(area && { area }),
    ...(origin && { origin }),
    ...(unit && { unit }),
  };
}

/** The filter that a link asks for (from a board's number, say), or null if it asks for none. */
export function filterFromLink(params: Record<string, string | undefined>): HazardFilter | null {
  const { view, area, state, origin, unit } = params;
  if (!view && !area && !state && !origin && !unit) return null;
  return {
    view: hazardListViews.find((known) => known === view) ?? 'all',
    area: area && /^\d{2,12}$/.test(area) ? area : '',
    state: hazardStates.find((known) => known === state) ?? '',
    origin: hazardOrigins.find((known) => known === origin) ?? '',
    unit: unit ?? '',
  };
}
