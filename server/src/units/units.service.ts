import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { covers } from '@zerentian/shared/areas/area.contract';
import type { Place } from '@zerentian/shared/fields';
import { isSafetyStation } from '@zerentian/shared/hazards/hazard.roles';
import type { PlaceUnit } from '@zerentian/shared/points/point.contract';
import type { CreateUnit, UnitQuery, UnitView } from '@zerentian/shared/units/unit.contract';
import { DataSource, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { AreasService } from '../areas/areas.service';
import { Ledger } from '../ledger/ledger.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { isDuplicate } from '../platform/database/database-errors';
import { jsonValue } from '../platform/database/json';
import { holdsWords } from '../platform/database/search-sql';
import { afterKeys, decodeKeys, keysetPage, within } from '../platform/http/keyset';
import { ProblemError } from '../platform/problem';
import type { By } from '../platform/writes/by';
import { momentOf } from '../platform/writes/moment';
import { Writes } from '../platform/writes/writes.service';
import { Access, type HeldPost } from '../posts/access.service';
import { Discretion, type OwnEnterprises } from '../posts/discretion.service';
import { TradesService } from '../trades/trades.service';
import { Unit } from './unit.entity';

const ORDER = ['areaCode', 'kind', 'name', 'id'] as const;
const PAGE = 50;

@Injectable()
export class UnitsService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly access: Access,
    private readonly discretion: Discretion,
    private readonly areas: AreasService,
    private readonly trades: TradesService,
    private readonly ledger: Ledger,
    private readonly writes: Writes,
    private readonly clock: Clock,
  ) {}

  /**
   * Units in an area and below it, by area, kind and name; of enterprises that are not their business others read the name alone.
   * @throws unknown_area, outside_scope, trade_unknown
   */
  async list(actor: Actor, query: UnitQuery) {
    const area = await this.access.registerArea(actor, this.clock.now(), query.area);
    if (query.trade) this.trades.get(query.trade);
    const own = await this.discretion.enterprisesOf(actor);
    const limit = query.limit ?? PAGE;
    const { sql, parameters } = conditions(area, query);
    const rows: Unit[] = await this.source.query(
      `SELECT * FROM unit WHERE ${sql} ORDER BY ${ORDER.join(', ')} LIMIT ${limit + 1}`,
      parameters,
    );
    return keysetPage(
      rows,
      limit,
      (row) => ORDER.map((column) => row[column]),
      (row) => shownUnit(row, own),
    );
  }

  /** One unit; not found where it lies outside the townships that one may read. */
  async read(actor: Actor, id: string): Promise<UnitView> {
    await this.access.registerArea(actor, this.clock.now());
    const unit = await this.source.manager.findOneBy(Unit, { id });
    if (!unit) throw new ProblemError('not_found');
    await this.access.registerArea(actor, this.clock.now(), unit.areaCode);
    return shownUnit(unit, await this.discretion.enterprisesOf(actor));
  }

  /** A unit by id for other features, or null; whoever asks has checked what may be seen. */
  async find(id: string, tx?: EntityManager): Promise<UnitView | null> {
    const unit = await (tx ?? this.source.manager).findOneBy(Unit, { id });
    return unit && viewUnit(unit);
  }

  /** Enters a unit: the administrator of its area. */
  async create(actor: Actor, input: CreateUnit): Promise<UnitView> {
    const moment = momentOf(input, this.clock.now());
    return this.writes.once(actor, async (tx) => {
      const post = await this.access.actIn(
        actor,
        { postId: input.actingPostId, at: moment.occurredAt },
        (held) => held.profile === 'administrator',
        (held) => covers(held.areaCode, input.areaCode),
      );
      return this.enter(tx, { personId: actor.personId, postId: post.id, moment }, input);
    });
  }

  /**
   * Sets where a unit is: whoever knows it from having been there. The administrator, 安监站 and the village's team; its own head.
   * @throws not_found, forbidden, outside_scope
   */
  async setPlace(actor: Actor, id: string, input: PlaceUnit): Promise<UnitView> {
    const moment = momentOf(input, this.clock.now());
    return this.writes.once(actor, async (tx) => {
      const unit = await tx.findOneBy(Unit, { id });
      if (!unit) throw new ProblemError('not_found');
      const post = await this.access.actIn(
        actor,
        { postId: input.actingPostId, at: moment.occurredAt },
        mayPlace,
        (held) => covers(held.areaCode, unit.areaCode) && (held.profile !== 'enterprise-head' || held.unitId === id),
      );
      const changes = { place: input.place };
      await tx.update(Unit, { id }, changes);
      const subject = { subjectType: 'unit', subjectId: id, areaCode: unit.areaCode };
      await this.ledger.record(tx, {
        personId: actor.personId,
        postId: post.id,
        moment,
        ...subject,
        act: 'place-unit',
        changes,
      });
      return shownUnit({ ...unit, ...changes }, await this.discretion.enterprisesOf(actor));
    });
  }

  /** Writes the unit and its ledger entry in the caller's transaction. */
  async enter(tx: EntityManager, by: By, input: CreateUnit): Promise<UnitView> {
    await this.areas.get(input.areaCode, 'areaCode', tx);
    const trade = input.trade ? this.trades.get(input.trade) : null;
    const unit: Unit = {
      id: input.id ?? uuidv7(),
      name: input.name,
      kind: input.kind,
      areaCode: input.areaCode,
      trade: trade?.key ?? null,
      riskGrade: input.riskGrade ?? null,
      supervision: input.supervision ?? (trade?.coalMine ? 'county' : 'township'),
      legalRepresentative: input.legalRepresentative ?? null,
      actualController: input.actualController ?? null,
      principal: input.principal ?? null,
      department: input.department ?? null,
      address: input.address ?? null,
      phone: input.phone ?? null,
      place: null,
    };
    await tx.insert(Unit, unit).catch((error: unknown) => {
      throw isDuplicate(error) ? new ProblemError('id_taken') : error;
    });
    const subject = { subjectType: 'unit', subjectId: unit.id, areaCode: unit.areaCode };
    await this.ledger.record(tx, { ...by, ...subject, act: 'create-unit', changes: { ...unit } });
    return viewUnit(unit);
  }
}

function mayPlace(post: HeldPost): boolean {
  const profiles: readonly string[] = ['administrator', 'village-team', 'village-head', 'enterprise-head'];
  return profiles.includes(post.profile) || isSafetyStation(post);
}

function conditions(area: string, query: UnitQuery): { sql: string; parameters: string[] } {
  const parts = [within('areaCode', area)];
  if (query.kind) parts.push({ sql: 'kind = ?', parameters: [query.kind] });
  if (query.trade) parts.push({ sql: 'trade = ?', parameters: [query.trade] });
  const words = query.q?.trim();
  if (words) parts.push(holdsWords(['name'], words));
  const after = decodeKeys(query.cursor, ORDER.length);
  if (after) parts.push(afterKeys(ORDER, after));
  return { sql: parts.map((part) => part.sql).join(' AND '), parameters: parts.flatMap((part) => part.parameters) };
}

/** Of an enterprise that is not one's business: what it is called, what it is and where, so that it can be chosen and asked about. */
function shownUnit(unit: Unit, own: OwnEnterprises): UnitView {
  const view = viewUnit(unit);
  if (own === null || unit.kind !== 'enterprise' || own.has(unit.id)) return view;
  const persons = { legalRepresentative: null, actualController: null, principal: null };
  return { ...view, ...persons, riskGrade: null, department: null, address: null, phone: null, place: null };
}

function viewUnit(unit: Unit): UnitView {
  const { id, name, kind, areaCode, trade, riskGrade, supervision } = unit;
  const { legalRepresentative, actualController, principal, department, address, phone } = unit;
  return {
    id,
    name,
    kind,
    areaCode,
    trade,
    riskGrade,
    supervision,
    legalRepresentative,
    actualController,
    principal,
    department,
    address,
    phone,
    place: jsonValue<Place>(unit.place),
  };
}
