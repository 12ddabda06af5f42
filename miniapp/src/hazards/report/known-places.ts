import type { PointView } from '@zerentian/shared/points/point.contract';
import type { ReportValues } from './report-values';

/** A place that can be taken over into a report with one tap. */
export type KnownPlace = Omit<PointView, 'distance' | 'trade'> & { trade: string; distance: number | null };

/** More than one screen of proposals is a list again. */
const MOST_SHOWN = 4;

/** Two proposals with one key are the same place. */
export const keyOf = ({ unitId, areaCode, spot }: Pick<KnownPlace, 'unitId' | 'areaCode' | 'spot'>) =>
  unitId ?? `${areaCode} ${spot ?? ''}`;

/** What is proposed: the nearest first, then by last use, each once; of a village no more than its name where it is known anyway. */
export function proposals(near: readonly PointView[], recent: readonly KnownPlace[]): KnownPlace[] {
  const all = [...near.map((point) => ({ ...point, trade: point.trade ?? '' })), ...recent];
  const seen = new Set<string>();
  const once = all.filter((place) => !seen.has(keyOf(place)) && seen.add(keyOf(place)));
  return once.slice(0, MOST_SHOWN);
}

/** What a proposal is called: the unit, else the village with the spot; how far it is. */
export function placeWords({ unitName, areaName, spot, distance }: KnownPlace): string {
  const name = unitName ?? [areaName, spot].filter(Boolean).join(' ');
  return distance === null ? name : `${name} · ${distance} 米`;
}

/** What a tap on a proposal fills in. A village's own point says where, not who must put it right. */
export function valuesAt(place: KnownPlace, values: Pick<ReportValues, 'spot'>): Partial<ReportValues> {
  const isVillage = place.unitKind === 'village';
  const unit = isVillage ? null : place;
  return {
    areaCode: place.areaCode,
    unitId: unit?.unitId ?? '',
    unitName: unit?.unitName ?? '',
    unitKind: unit?.unitKind ?? '',
    unitArea: unit?.unitId ? place.areaCode : '',
    unitTrade: unit?.unitId ? place.trade : '',
    ...(values.spot === '' && place.spot !== null && { spot: place.spot }),
  };
}
