import { load, save } from '../../platform/storage';
import { type KnownPlace, keyOf } from './known-places';
import type { ReportValues } from './report-values';

const MOST_KEPT = 8;

/** Where this person reported from this phone, the last first. */
export function recentPlaces(personId: string): KnownPlace[] {
  const kept = load<KnownPlace[]>(`recent:${personId}`);
  return Array.isArray(kept) ? kept : [];
}

/** Keeps where a report was, for the next. What says no more than the village is kept as the village. */
export function rememberPlace(personId: string, values: ReportValues, areaName: string): void {
  const areaCode = values.unitArea || values.areaCode;
  if (areaCode === '') return;
  const place: KnownPlace = {
    unitId: values.unitId || null,
    unitName: values.unitName || null,
    unitKind: values.unitKind || null,
    trade: values.unitTrade,
    areaCode,
    areaName,
    spot: null,
    distance: null,
  };
  const others = recentPlaces(personId).filter((it) => keyOf(it) !== keyOf(place));
  save(`recent:${personId}`, [place, ...others].slice(0, MOST_KEPT));
}
