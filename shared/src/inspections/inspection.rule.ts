/**
 * 安全检查: the township looks, writes down, hands over or reports. It neither orders nor fines: those are powers of the county's
 * departments. So a visit ends in a record and in hazards, never in a decision.
 */
import { covers } from '../areas/area.contract';
import { dateOf, type Window } from '../calendar';
import type { ActingPost } from '../hazards/hazard.facts';
import { isSafetyStation } from '../hazards/hazard.roles';
import { periodOf } from '../work-summaries/period';
import type { ItemCounts, ItemResult } from './inspection.contract';

type InspectingPost = Pick<ActingPost, 'profile' | 'line' | 'unitId' | 'areaCode' | 'trades'>;

/** Who inspects at all: leaders, deputies, stations with 安监站's staff, 包村 teams. Villages and enterprises report on themselves elsewhere. */
export function mayInspect(post: Pick<InspectingPost, 'profile' | 'line'>): boolean {
  const { profile } = post;
  return (
    profile === 'leader' ||
    profile === 'deputy' ||
    profile === 'station' ||
    profile === 'village-team' ||
    isSafetyStation(post)
  );
}

/** Whether a unit lies in the scope of a post: in its area, and for a trade's station of its trade. */
export function reachesUnit(
  post: Pick<InspectingPost, 'profile' | 'line' | 'areaCode' | 'trades'>,
  unit: { areaCode: string; trade: string | null },
): boolean {
  if (!covers(post.areaCode, unit.areaCode)) return false;
  const isTradeStation = post.profile === 'station' && post.line === 'sector';
  return !isTradeStation || (unit.trade !== null && post.trades.includes(unit.trade));
}

/** How many items passed, failed, did not apply. */
export function countsOf(items: readonly { result: ItemResult }[]): ItemCounts {
  const count = (result: ItemResult) => items.filter((item) => item.result === result).length;
  return {
    total: items.length,
    passed: count('pass'),
    failed: count('fail'),
    notApplicable: count('not-applicable'),
  };
}

/** A hazard in words: what the inspector wrote, else what a fail of the item means, else the item itself. */
export function findingWords(item: {
  note?: string | null | undefined;
  text: string;
  wording?: string | null;
}): string {
  return item.note || item.wording || `不合格：${item.text}`;
}

/** `2026-Q4` as a span of dates, half-open. */
export function windowOfQuarter(quarter: string): Window {
  return periodOf(quarter) as Window;
}

/** The quarter that an instant lies in, as `2026-Q4`. */
export function quarterAt(now: Date): string {
  const today = dateOf(now);
  return `${today.slice(0, 4)}-Q${Math.floor((Number(today.slice(5, 7)) - 1) / 3) + 1}`;
}
