import * as z from 'zod/mini';
import { reportHazard } from './hazard.contract';

/** The village of a report that names none: that of whoever answers for one village and no more; null where it must be said. */
export function onlyVillage(postAreas: readonly string[]): string | null {
  const villages = new Set(postAreas.filter((code) => code.length === 12));
  return villages.size === 1 ? ([...villages][0] as string) : null;
}

/**
 * The report as somebody with posts in these areas may send it: whoever answers for several villages says which. Asked before the report
 * is kept for later, since the server's question would come when its author is somewhere else.
 */
export function reportFrom(postAreas: readonly string[]) {
  const isPlaced = z.refine<z.infer<typeof reportHazard>>(
    (report) => report.areaCode !== undefined || report.unitId !== undefined || onlyVillage(postAreas) !== null,
    { path: ['areaCode'], error: '请选择在哪个村' },
  );
  return reportHazard.check(isPlaced);
}
