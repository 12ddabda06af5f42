import { hazardStepNames } from '@zerentian/shared/hazards/hazard.vocabulary';
import type { TodayItem } from '@zerentian/shared/today/today.contract';

/** What the item's one button says: the next thing to do, as a verb. The server names the likeliest step in words. */
export function actionOf({ kind, step }: Pick<TodayItem, 'kind' | 'step'>): string {
  if (kind === 'recheck') return '去复查';
  if (kind === 'duty') return '记一笔履职';
  // Whoever has not put it right yet begins there as well: the page offers both.
  if (step === hazardStepNames.submit || step === hazardStepNames.start) return '去整改';
  return step ?? (kind === 'reminder' ? '答复催办' : '查看办理');
}

const KIND_WORDS: Record<TodayItem['kind'], string> = {
  hazard: '隐患',
  recheck: '待复查',
  reminder: '催办',
  duty: '履职',
  supervision: '监督提示',
  'public-report': '群众举报',
};

/** What sort of thing it is, in a word. */
export function kindWords(kind: TodayItem['kind']): string {
  return KIND_WORDS[kind];
}

/** How many things wait, as the heading's note. */
export function countWords(items: readonly TodayItem[]): string {
  const overdue = items.filter(({ overdueDays }) => overdueDays > 0).length;
  if (items.length === 0) return '';
  return overdue > 0 ? `${items.length} 件，其中 ${overdue} 件逾期` : `${items.length} 件`;
}
