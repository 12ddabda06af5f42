import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DUE_STATES } from '@zerentian/shared/hazards/hazard.deadline';
import { openStates } from '@zerentian/shared/hazards/hazard.vocabulary';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { groupOf, inArea } from '../platform/database/area-sql';
import { instantOf } from '../platform/database/instant';
import { Hazard } from './hazard.entity';

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

const OVERDUE = 'h.state IN (:...due) AND h.deadline < :today';
const sumOf = (condition: string) => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;

/** Counts for boards, from the same columns and words that the lists are filtered by. */
@Injectable()
export class HazardCounts {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Open ones in each area directly below `areaCode`. */
  async byArea(areaCode: string, today: string): Promise<AreaCounts[]> {
    const select = this.open(areaCode, today).select(groupOf('h', areaCode), 'areaCode').addSelect('COUNT(*)', 'open');
    select.addSelect(sumOf(OVERDUE), 'overdue').addSelect(sumOf("h.level = 'suspected-major'"), 'suspectedMajor');
    const rows = await select.groupBy(groupOf('h', areaCode)).getRawMany<Raw>();
    return rows.map((row) => ({
      areaCode: String(row.areaCode),
      open: Number(row.open),
      overdue: Number(row.overdue),
      suspectedMajor: Number(row.suspectedMajor),
    }));
  }

  /** Open ones in each of those areas by the post that holds them. */
  async byHolder(areaCode: string, today: string): Promise<HolderCounts[]> {
    const select = this.open(areaCode, today).andWhere('h.holderPostId IS NOT NULL');
    select
      .select(groupOf('h', areaCode), 'areaCode')
      .addSelect('h.holderPostId', 'postId')
      .addSelect('COUNT(*)', 'open');
    select.addSelect(sumOf(OVERDUE), 'overdue').addSelect('MIN(h.holderSince)', 'since');
    const rows = await select.groupBy(groupOf('h', areaCode)).addGroupBy('h.holderPostId').getRawMany<Raw>();
    return rows.map((row) => ({
      areaCode: String(row.areaCode),
      postId: String(row.postId),
      open: Number(row.open),
      overdue: Number(row.overdue),
      since: instantOf(row.since as string | Date),
    }));
  }

  /** How many were reported and closed in each span [edges[i], edges[i+1]). */
  async trend(areaCode: string, edges: Date[]): Promise<{ reported: number; closed: number }[]> {
    const spans = edges.slice(0, -1).map((_, index) => index);
    const select = inArea(this.source.createQueryBuilder(Hazard, 'h'), 'h', areaCode).select('COUNT(*)', 'total');
    select.andWhere('(h.receivedAt >= :e0 OR h.closedAt >= :e0)');
    for (const index of spans) {
      for (const column of ['receivedAt', 'closedAt']) {
        select.addSelect(sumOf(`h.${column} >= :e${index} AND h.${column} < :e${index + 1}`), `${column}${index}`);
      }
    }
    select.setParameters(Object.fromEntries(edges.map((edge, index) => [`e${index}`, edge])));
    const row = (await select.getRawOne<Raw>()) ?? {};
    return spans.map((index) => ({
      reported: Number(row[`receivedAt${index}`] ?? 0),
      closed: Number(row[`closedAt${index}`] ?? 0),
    }));
  }

  private open(areaCode: string, today: string): SelectQueryBuilder<Hazard> {
    const select = inArea(this.source.createQueryBuilder(Hazard, 'h'), 'h', areaCode);
    return select.andWhere('h.state IN (:...open)').setParameters({ open: openStates, due: DUE_STATES, today });
  }
}
