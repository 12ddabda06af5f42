import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {
  AccountabilityQuery,
  AccountabilityView,
  AnsweringClause,
} from '@zerentian/shared/accountability/accountability.contract';
import { type AskedUnit, answerLines } from '@zerentian/shared/accountability/accountability.rule';
import { kindsByArea } from '@zerentian/shared/accountability/superior.rule';
import { covers } from '@zerentian/shared/areas/area.contract';
import { addDays, dateOf, startOf } from '@zerentian/shared/calendar';
import type { DutyView } from '@zerentian/shared/duties/duty.contract';
import type { TradeView } from '@zerentian/shared/units/unit.contract';
import { DataSource } from 'typeorm';
import { DutiesService } from '../duties/duties.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { storedInstant } from '../platform/database/plain-row';
import { ProblemError } from '../platform/problem';
import { Discretion, type OwnEnterprises } from '../posts/discretion.service';
import { PostKinds } from '../posts/post-kinds.service';
import { TradesService } from '../trades/trades.service';
import { type PlaceRow, placeSql, staffedPosts, staffedSql } from './accountability.sql';

/** A place that exists and may be read. */
type Place = PlaceRow & { areaCode: string; areaName: string };

/** 谁负责: two statements, whatever the size of the register; post kinds and clauses are in memory. */
@Injectable()
export class AccountabilityService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly discretion: Discretion,
    private readonly duties: DutiesService,
    private readonly kinds: PostKinds,
    private readonly trades: TradesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Who answers for a place, a trade or a unit on a date: `at` by today's knowledge, `knownAt` as it was known by the end of that day.
   * Heads of enterprises are told another one's head by name, without the number and what is registered, and likewise whoever held a post on that date and is not
   * in their 通讯录 today (Discretion).
   * @throws unknown_area, unknown_unit, trade_unknown, outside_scope
   */
  async answer(actor: Actor, query: AccountabilityQuery): Promise<AccountabilityView> {
    const now = this.clock.now();
    const place = await this.place(actor, query, dateOf(now));
    const trade = this.trade(query.trade ?? place.unitTrade);
    const at = query.at ?? dateOf(now);
    const kinds = await this.kinds.all();
    const own = place.knowsAll ? null : await this.discretion.enterprisesOf(actor);
    const [sql, parameters] = staffedSql({
      areas: [...new Set([place.areaCode, place.areaCode.slice(0, 9)])],
      kinds: kindsByArea(kinds),
      trade: trade?.key ?? null,
      unitId: place.unitId,
      at,
      knownUntil: query.knownAt === undefined ? null : storedInstant(startOf(addDays(query.knownAt, 1))),
    });
    const catalogue = place.catalogueId === null ? null : await this.duties.byId(place.catalogueId);
    const lines = answerLines({
      isVillage: place.areaCode.length === 12,
      unit: askedUnit(place, own),
      trade,
      countySupervisor: this.trades.countySupervisor,
      posts: staffedPosts(await this.source.query(sql, parameters)),
      kinds,
      clausesFor: (kind, line) => (catalogue?.dutiesFor(kind, line) ?? []).map(viewClause),
    });
    const { areaCode: code, areaName: name } = place;
    const asOf = now.toISOString();
    const view = { area: { code, name }, ...asked(place, trade), at, knownAt: query.knownAt ?? null, asOf, lines };
    return own === null ? view : this.discretion.told(actor, view);
  }

  private async place(actor: Actor, query: AccountabilityQuery, today: string): Promise<Place> {
    const { area, unit } = query;
    if (area === undefined && unit === undefined) throw ProblemError.at('invalid_input', 'area', '请选择辖区或单位');
    const [sql, parameters] = placeSql({ personId: actor.personId, today, area: area ?? null, unit: unit ?? null });
    const [row] = await this.source.query<PlaceRow[]>(sql, parameters);
    if (!row || (unit !== undefined && row.unitId === null))
      throw ProblemError.at('unknown_unit', 'unit', '没有找到这个单位');
    if (row.areaCode === null || row.areaName === null) throw ProblemError.at('unknown_area', 'area', '没有这个辖区');
    if (!row.mayRead) throw new ProblemError('outside_scope');
    if (area !== undefined && !covers(area, row.areaCode))
      throw ProblemError.at('invalid_input', 'unit', '这个单位不在所选的辖区');
    if (row.areaCode.length < 9) throw ProblemError.at('invalid_input', 'area', '请选择到乡镇或村');
    return { ...row, areaCode: row.areaCode, areaName: row.areaName };
  }

  private trade(key: string | null): TradeView | null {
    return key === null ? null : this.trades.get(key);
  }
}

function viewClause({ key, clause, quote }: DutyView): AnsweringClause {
  return { key, clause, quote };
}

function askedUnit({ unitId, unitName, supervision, principal }: Place, own: OwnEnterprises): AskedUnit | null {
  if (unitId === null || unitName === null) return null;
  const registered = own === null || own.has(unitId) ? principal : null;
  return { id: unitId, name: unitName, supervision: supervision ?? 'township', principal: registered };
}

function asked({ unitId, unitName }: Place, trade: TradeView | null): Pick<AccountabilityView, 'trade' | 'unit'> {
  return {
    trade: trade && { key: trade.key, name: trade.name },
    unit: unitId === null || unitName === null ? null : { id: unitId, name: unitName },
  };
}
