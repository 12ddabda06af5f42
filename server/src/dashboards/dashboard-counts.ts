import { DUE_STATES } from '@zerentian/shared/hazards/hazard.deadline';
import { openStates } from '@zerentian/shared/hazards/hazard.lifecycle';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { DutyRecord } from '../duty-records/duty-record.entity';
import { Hazard } from '../hazards/hazard.entity';
import { instantOf } from '../platform/database/instant';

/** Counts of one area below the board's, from the same columns that the lists are filtered by. */
export interface AreaCounts {
  areaCode: string;
  open: number;
  overdue: number;
  suspectedMajor: number;
}

/** What one post holds in one of those areas. */
export interface HolderCounts {
  areaCode: string;
  postId: string;
  open: number;
  overdue: number;
  since: Date;
}

type Raw = Record<string, string | number | Date>;

/** The column (or its beginning) that tells the areas below a board's area apart. */
function groupOf(alias: string, areaCode: string): string {
  if (areaCode.length >= 9) return `${alias}.areaCode`;
  return areaCode.length === 6 ? `${alias}.townshipCode` : `SUBSTR(${alias}.townshipCode, 1, ${areaCode.length + 2})`;
}

function inArea<T extends object>(select: SelectQueryBuilder<T>, alias: string, areaCode: string): SelectQueryBuilder<T> {
  if (areaCode.length === 12) return select.where(`${alias}.areaCode = :area`, { area: areaCode });
  if (areaCode.length === 9) return select.where(`${alias}.townshipCode = :area`, { area: areaCode });
  return select.where(`${alias}.townshipCode LIKE :area`, { area: `${areaCode}%` });
}

const OVERDUE = 'h.state IN (:...due) AND h.deadline < :today';
const sumOf = (condition: string) => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;

export async function areaCounts(source: DataSource, areaCode: string, today: string): Promise<AreaCounts[]> {
  const select = inArea(source.createQueryBuilder(Hazard, 'h'), 'h', areaCode)
    .andWhere('h.state IN (:...open)', { open: openStates })
    .setParameters({ due: DUE_STATES, today })
    .select(groupOf('h', areaCode), 'areaCode')
    .addSelect('COUNT(*)', 'open')
    .addSelect(sumOf(OVERDUE), 'overdue')
    .addSelect(sumOf("h.level = 'suspected-major'"), 'suspectedMajor')
    .groupBy(groupOf('h', areaCode));
  const rows = await select.getRawMany<Raw>();
  return rows.map((row) => ({
    areaCode: String(row.areaCode),
    open: Number(row.open),
    overdue: Number(row.overdue),
    suspectedMajor: Number(row.suspectedMajor),
  }));
}

export async function holderCounts(source: DataSource, areaCode: string, today: string): Promise<HolderCounts[]> {
  const select = inArea(source.createQueryBuilder(Hazard, 'h'), 'h', areaCode)
    .andWhere('h.state IN (:...open) AND h.holderPostId IS NOT NULL', { open: openStates })
    .setParameters({ due: DUE_STATES, today })
    .select(groupOf('h', areaCode), 'areaCode')
    .addSelect('h.holderPostId', 'postId')
    .addSelect('COUNT(*)', 'open')
    .addSelect(sumOf(OVERDUE), 'overdue')
    .addSelect('MIN(h.holderSince)', 'since')
    .groupBy(groupOf('h', areaCode))
    .addGroupBy('h.holderPostId');
  const rows = await select.getRawMany<Raw>();
  return rows.map((row) => ({
    areaCode: String(row.areaCode),
    postId: String(row.postId),
    open: Number(row.open),
    overdue: Number(row.overdue),
    since: instantOf(row.since as string | Date),
  }));
}

/** Duty records of a span of instants, by area. */
export async function recordCounts(source: DataSource, areaCode: string, from: Date, until: Date): Promise<Map<string, number>> {
  const select = inArea(source.createQueryBuilder(DutyRecord, 'r'), 'r', areaCode)
    .andWhere('r.occurredAt >= :from AND r.occurredAt < :until', { from, until })
    .select(groupOf('r', areaCode), 'areaCode')
    .addSelect('COUNT(*)', 'records')
    .groupBy(groupOf('r', areaCode));
  const rows = await select.getRawMany<Raw>();
  return new Map(rows.map((row) => [String(row.areaCode), Number(row.records)]));
}

/** How many were reported and closed in each span [edges[i], edges[i+1]). */
export async function trendCounts(source: DataSource, areaCode: string, edges: Date[]): Promise<{ reported: number; closed: number }[]> {
  const spans = edges.slice(0, -1).map((_, index) => index);
  const select = inArea(source.createQueryBuilder(Hazard, 'h'), 'h', areaCode).select('COUNT(*)', 'total');
  select.andWhere('(h.receivedAt >= :e0 OR h.closedAt >= :e0)');
  for (const index of spans) {
    for (const column of ['receivedAt', 'closedAt']) {
      select.addSelect(sumOf(`h.${column} >= :e${index} AND h.${column} < :e${index + 1}`), `${column}${index}`);
    }
  }
  select.setParameters(Object.fromEntries(edges.map((edge, index) => [`e${index}`, edge])));
  const row = (await select.getRawOne<Raw>()) ?? {};
  return spans.map((index) => ({ reported: Number(row[`receivedAt${index}`] ?? 0), closed: Number(row[`closedAt${index}`] ?? 0) }));
}
