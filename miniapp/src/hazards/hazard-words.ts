import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import type { HazardState } from '@zerentian/shared/hazards/hazard.vocabulary';

type Tone = 'neutral' | 'active' | 'done' | 'alert';

const MOVING: ReadonlySet<HazardState> = new Set<HazardState>(['submitted', 'verified', 'returned', 'reopened']);

/** How a state is underlined; the word says it all. The alert tone is kept for what is late or wrong. */
export function toneOf(state: HazardState): Tone {
  if (state === 'closed' || state === 'rejected') return 'done';
  return MOVING.has(state) ? 'active' : 'neutral';
}

/** What the hazard is called in a list: its line, or that there is only a photo. */
export function titleOf(hazard: Pick<HazardView, 'description' | 'photoIds'>): string {
  return hazard.description ?? `只有照片（${hazard.photoIds.length} 张）`;
}

/** Where it is: unit, village, spot. */
export function placeOf(hazard: Pick<HazardView, 'unitName' | 'areaName' | 'spot'>): string {
  return [hazard.areaName, hazard.unitName, hazard.spot].filter(Boolean).join(' · ');
}
