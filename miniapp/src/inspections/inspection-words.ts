import type { CoverageItem, InspectionView } from '@zerentian/shared/inspections/inspection.contract';
import { serverNow } from '../platform/clock';
import { timeWords } from '../ui/time/time-words';

/** When a unit was last visited, in words; the county's are named as such. */
export function lastVisitWords({ last, visits, supervision, areaName }: CoverageItem): string {
  const when = last ? `上次 ${timeWords(new Date(last.occurredAt), serverNow())}` : '还没有检查记录';
  const quarter = supervision === 'county' ? '县级监管' : visits > 0 ? `本季已检查 ${visits} 次` : '本季未检查';
  return [areaName, quarter, when].join('，');
}

/** What came of a visit, in words. */
export function outcomeWords({ counts, findings }: Pick<InspectionView, 'counts' | 'findings'>): string {
  if (counts.failed === 0) return `${counts.total} 项，没有发现问题`;
  const late = findings.overdue > 0 ? `，逾期 ${findings.overdue} 条` : '';
  return `${counts.total} 项，发现 ${counts.failed} 处，已销号 ${findings.putRight} 条${late}`;
}
