import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { lastEvent } from './hazard-words';

type Photos = HazardDetail['photos'];

/** Steps whose photos show the place once it was put right. */
const AFTERWARDS = ['submit', 'return', 'verify', 'spot-check'] as const;

/**
 * The place as it was found, and as it was left: of each later step the latest photos, since an earlier round may have been sent back; what
 * was put right at once brought both with its report.
 */
export function beforeAndAfter(hazard: HazardDetail): { before: Photos; after: Photos } {
  const isBefore = (id: string) => hazard.photoIds.includes(id);
  const later = AFTERWARDS.flatMap((step) => lastEvent(hazard, step)?.photoIds ?? []);
  const atOnce = hazard.path === 'fixed' ? (lastEvent(hazard, 'report')?.photoIds ?? []) : [];
  const afterIds = new Set([...atOnce, ...later].filter((id) => !isBefore(id)));
  return {
    before: hazard.photos.filter(({ id }) => isBefore(id)),
    after: hazard.photos.filter(({ id }) => afterIds.has(id)),
  };
}
