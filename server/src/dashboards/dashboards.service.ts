import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { covers } from '@zerentian/shared/areas/area.contract';
import { addDays, dateOf, mondayOf, monthOf, startOf } from '@zerentian/shared/calendar';
import type { DashboardRow, DashboardView } from '@zerentian/shared/dashboards/dashboard.contract';
import { DataSource } from 'typeorm';
import { DutyRecords } from '../duty-records/duty-records.service';
import { HazardCounts, type HolderCounts } from '../hazards/hazard-counts.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { Access } from '../posts/access.service';
import { type Holder, Holders } from '../posts/holders.service';

const WEEKS = 12;

interface AreaRow {
  code: string;
  name: string;
}

/** 看板: counted live from the rows that the lists show, so that a number and its list are never two truths. No ranking of persons. */
@Injectable()
export class Dashboards {
  @Inject() private readonly access: Access;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly hazards: HazardCounts;
  @Inject() private readonly holders: Holders;
  @Inject() private readonly records: DutyRecords;
  @InjectDataSource() private readonly source: DataSource;

  /** The board of an area that lies in (or is) the scope of one of the asker's posts. @throws unknown_area, outside_scope */
  async of(actor: Actor, areaCode: string): Promise<DashboardView> {
    const now = this.clock.now();
    const visible = await this.access.visible(actor, now);
    const whole = visible.filter((part) => part.unitId === null && part.trades === null);
    const isSeen = (code: string) => whole.some((part) => covers(part.areaCode, code));
    const { code, name } = await this.access.area(areaCode, isSeen, 'areaCode');
    const area = { code, name };
    const month = monthOf(dateOf(now));
    const [from, until] = [startOf(month.from), startOf(month.until)];
    const rows = await this.rows(area, now, await this.records.countsBelow(areaCode, from, until));
    const trend = await this.trend(areaCode, now);
    const [inMonth] = await this.hazards.trend(areaCode, [from, until]);
    return {
      asOf: now.toISOString(),
      area,
      month: month.name,
      totals: {
        open: total(rows, 'open'),
        overdue: total(rows, 'overdue'),
        suspectedMajor: total(rows, 'suspectedMajor'),
        withoutRecord: rows.filter((row) => row.recordsThisMonth === 0 && row.areaCode !== areaCode).length,
        closedThisMonth: inMonth?.closed ?? 0,
      },
      rows,
      trend,
    };
  }

  private async rows(area: AreaRow, now: Date, records: Map<string, number>): Promise<DashboardRow[]> {
    const today = dateOf(now);
    const below: AreaRow[] = await this.source.query('SELECT code, name FROM area WHERE parentCode = ? ORDER BY code', [
      area.code,
    ]);
    const counts = new Map((await this.hazards.byArea(area.code, today)).map((it) => [it.areaCode, it]));
    const held = await this.hazards.byHolder(area.code, today);
    const holders = await this.holders.of(
      held.map((it) => it.postId),
      now,
    );
    const hasOwn = below.length === 0 || counts.has(area.code) || records.has(area.code);
    return [...below, ...(hasOwn ? [area] : [])].map(({ code, name }) => ({
      areaCode: code,
      areaName: name,
      open: counts.get(code)?.open ?? 0,
      overdue: counts.get(code)?.overdue ?? 0,
      suspectedMajor: counts.get(code)?.suspectedMajor ?? 0,
      recordsThisMonth: records.get(code) ?? 0,
      holders: holdersOf(
        held.filter((it) => it.areaCode === code),
        holders,
      ),
    }));
  }

  private async trend(areaCode: string, now: Date): Promise<DashboardView['trend']> {
    const thisMonday = mondayOf(dateOf(now));
    const mondays = Array.from({ length: WEEKS + 1 }, (_, index) => addDays(thisMonday, (index - WEEKS + 1) * 7));
    const counts = await this.hazards.trend(areaCode, mondays.map(startOf));
    return counts.map((count, index) => ({ weekStart: mondays[index] as string, ...count }));
  }
}

/** By how long it has lain there, oldest first: an order of matters, not of people. */
function holdersOf(held: HolderCounts[], holders: Map<string, Holder>): DashboardRow['holders'] {
  return held
    .toSorted((a, b) => a.since.getTime() - b.since.getTime())
    .map(({ postId, open, overdue, since }) => {
      const holder = holders.get(postId);
      const named = { personId: holder?.personId ?? null, name: holder?.name ?? null, phone: holder?.phone ?? null };
      return {
        postId,
        post: holder?.post ?? '',
        ...named,
        vacant: holder?.vacant ?? true,
        open,
        overdue,
        since: since.toISOString(),
      };
    });
}

function total(rows: DashboardRow[], field: 'open' | 'overdue' | 'suspectedMajor'): number {
  return rows.reduce((sum, row) => sum + row[field], 0);
}
