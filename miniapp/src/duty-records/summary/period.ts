/** A month `2026-11` or a quarter `2026-Q4`, as GET /api/work-summary takes them. */
export type PeriodKind = 'month' | 'quarter';

const pad = (month: number) => String(month).padStart(2, '0');

/** The period of a kind that holds a date. */
export function periodOf(kind: PeriodKind, date: string): string {
  const month = Number(date.slice(5, 7));
  return kind === 'month' ? date.slice(0, 7) : `${date.slice(0, 4)}-Q${Math.ceil(month / 3)}`;
}

export function kindOf(period: string): PeriodKind {
  return period.includes('Q') ? 'quarter' : 'month';
}

/** The period `by` further on, or back if negative. */
export function shift(period: string, by: number): string {
  const size = kindOf(period) === 'quarter' ? 4 : 12;
  const index = Number(period.slice(0, 4)) * size + Number(period.slice(5).replace('Q', '')) - 1 + by;
  const [year, part] = [Math.floor(index / size), (index % size) + 1];
  return size === 4 ? `${year}-Q${part}` : `${year}-${pad(part)}`;
}

/** 2026年11月 or 2026年第四季度. */
export function periodName(period: string): string {
  const part = Number(period.slice(5).replace('Q', ''));
  const year = `${period.slice(0, 4)}年`;
  return kindOf(period) === 'quarter' ? `${year}第${'一二三四'[part - 1]}季度` : `${year}${part}月`;
}
