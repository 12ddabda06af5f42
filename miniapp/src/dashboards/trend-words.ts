import type { DashboardView } from '@zerentian/shared/dashboards/dashboard.contract';

export type Week = DashboardView['trend'][number];

/** The highest number drawn, at least 1 so that empty weeks have no height. */
export function topOf(weeks: readonly Week[]): number {
  return Math.max(1, ...weeks.flatMap(({ reported, closed }) => [reported, closed]));
}

/** `9月7日`, the Monday on which a week begins. */
export function weekWords({ weekStart }: Week): string {
  return `${Number(weekStart.slice(5, 7))}月${Number(weekStart.slice(8, 10))}日`;
}

/** What the bars show, for whoever does not see them and for whoever has no time to. */
export function trendSummary(weeks: readonly Week[]): string {
  const sum = (field: 'reported' | 'closed') => weeks.reduce((total, week) => total + week[field], 0);
  const last = weeks[weeks.length - 1];
  const now = last ? `本周上报 ${last.reported} 条、销号 ${last.closed} 条。` : '';
  return `近 ${weeks.length} 周共上报 ${sum('reported')} 条、销号 ${sum('closed')} 条。${now}`;
}
