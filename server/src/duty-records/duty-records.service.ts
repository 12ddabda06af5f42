import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { covers, townshipOf } from '@zerentian/shared/areas/area.contract';
import { addDays, dateOf, startOf } from '@zerentian/shared/calendar';
import type { DutyRecordQuery, DutyRecordView, RecordDuty } from '@zerentian/shared/duty-records/duty-record.contract';
import type { Page } from '@zerentian/shared/fields';
import { Brackets, DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { DutiesService } from '../duties/duties.service';
import { Ledger } from '../ledger/ledger.service';
import { PhotosService } from '../photos/photos.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { groupOf, inArea } from '../platform/database/area-sql';
import { isDuplicate } from '../platform/database/database-errors';
import { insertRows } from '../platform/database/insert-rows';
import { newestPage } from '../platform/database/newest-sql';
import { ProblemError } from '../platform/problem';
import { type Moment, momentOf } from '../platform/writes/moment';
import { Writes } from '../platform/writes/writes.service';
import { Access, type HeldPost, type Visible, visibleThrough } from '../posts/access.service';
import { DutyRecord } from './duty-record.entity';
import { DutyRecordViews } from './duty-record-views.service';

/** An earlier day on a paper is a slip of the finger. */
const EARLIEST_PAPER = '2000-01-01';

/** The posts of one place: of an area beside its enterprises, or of one enterprise in it. */
const SAME_PLACE = `
  SELECT p.id FROM post p JOIN post_kind k ON k.\`key\` = p.kindKey
  WHERE p.areaCode = :postArea AND CASE k.profile WHEN 'enterprise-head' THEN p.unitId ELSE '' END = :enterprise`;

/** 履职记录: written once, never changed; a correction is another record. */
@Injectable()
export class DutyRecords {
  @Inject() private readonly access: Access;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly duties: DutiesService;
  @Inject() private readonly ledger: Ledger;
  @Inject() private readonly photos: PhotosService;
  @Inject() private readonly views: DutyRecordViews;
  @Inject() private readonly writes: Writes;
  @InjectDataSource() private readonly source: DataSource;

  /**
   * Writes down one thing done. Refused: a kind that the catalogue does not know, a unit that does not lie in the area, a place
   * outside the scope of the post as it was held on the day.
   */
  async record(actor: Actor, input: RecordDuty): Promise<DutyRecordView> {
    const written = momentOf(input, this.clock.now());
    const moment = doneAt(input, written);
    return this.writes.once(actor, async (tx) => {
      const areaCode = await this.area(tx, actor, input, moment);
      const post = await this.post(actor, input, areaCode, moment);
      const township = townshipOf(areaCode);
      if (!township) throw ProblemError.at('invalid_input', 'areaCode', '请选到村或乡');
      const kinds = await this.duties.recordKinds(township);
      if (!kinds.some((kind) => kind.key === input.kind))
        throw ProblemError.at('unknown_reference', 'kind', '没有这个履职类别');
      const record = build(actor, post, input, areaCode, township, moment);
      await this.store(tx, actor, record, written);
      return (await this.views.many([record], tx))[0] as DutyRecordView;
    });
  }

  /**
   * Newest first, by cursor; one's own always, wherever one served then, others' as far as one's posts see.
   * @throws unknown_area, outside_scope
   */
  async list(actor: Actor, query: DutyRecordQuery): Promise<Page<DutyRecordView>> {
    const posts = await this.access.postsOf(actor.personId, this.clock.now());
    if (query.area !== undefined) {
      if (query.mine) await this.access.area(query.area, () => true);
      else await this.access.listArea(posts, query.area);
    }
    const select = this.source.manager.createQueryBuilder(DutyRecord, 'r');
    seenBy(select, actor.personId, query.mine ? [] : visibleThrough(posts));
    filtered(select, query);
    return newestPage(select, query, (rows) => this.views.many(rows));
  }

  /** One's own records of a span of dates, oldest first. */
  async own(personId: string, from: string, until: string): Promise<DutyRecord[]> {
    const select = this.source.manager
      .createQueryBuilder(DutyRecord, 'r')
      .where('r.personId = :personId', { personId });
    return select
      .andWhere('r.occurredAt >= :from AND r.occurredAt < :until', { from: startOf(from), until: startOf(until) })
      .orderBy('r.occurredAt', 'ASC')
      .getMany();
  }

  /** How many were done in each area directly below one, in a span of instants. */
  async countsBelow(areaCode: string, from: Date, until: Date): Promise<Map<string, number>> {
    const select = inArea(this.source.createQueryBuilder(DutyRecord, 'r'), 'r', areaCode);
    select.andWhere('r.occurredAt >= :from AND r.occurredAt < :until', { from, until });
    select.select(groupOf('r', areaCode), 'areaCode').addSelect('COUNT(*)', 'records').groupBy(groupOf('r', areaCode));
    const rows = await select.getRawMany<{ areaCode: string; records: string | number }>();
    return new Map(rows.map((row) => [row.areaCode, Number(row.records)]));
  }

  /**
   * Records of some kinds in a span that fulfil what is due in a post: those made in it, by whomever, and (一肩挑) the person's own in
   * another post of the same place. An enterprise is a place of its own.
   */
  async countOf(personId: string, post: HeldPost, kinds: string[], from: Date, until: Date): Promise<number> {
    if (kinds.length === 0) return 0;
    const select = this.source.manager.createQueryBuilder(DutyRecord, 'r').where('r.kind IN (:...kinds)', { kinds });
    select.andWhere(`(r.postId = :postId OR (r.personId = :personId AND r.postId IN (${SAME_PLACE})))`, {
      personId,
      postId: post.id,
      postArea: post.areaCode,
      enterprise: ownUnit(post) ?? '',
    });
    return select.andWhere('r.occurredAt >= :from AND r.occurredAt < :until', { from, until }).getCount();
  }

  /** Where it was done: as said, else the unit's, else one's own. A unit must lie in it, or it in the unit's. */
  private async area(tx: EntityManager, actor: Actor, input: RecordDuty, moment: Moment): Promise<string> {
    const unit = input.unitId === undefined ? null : await unitArea(tx, input.unitId);
    const areaCode = input.areaCode ?? unit ?? (await this.ownArea(actor, input, moment));
    await mustExist(tx, areaCode);
    if (unit !== null && !covers(areaCode, unit) && !covers(unit, areaCode))
      throw ProblemError.at('invalid_input', 'unitId', '这个单位不在所选的辖区');
    return areaCode;
  }

  /** The post in which it was done, as it was held at that time. */
  private async post(actor: Actor, input: RecordDuty, areaCode: string, moment: Moment): Promise<HeldPost> {
    const isOwn = (post: HeldPost) => post.profile !== 'administrator' && post.profile !== 'county';
    const at = { postId: input.actingPostId, at: moment.occurredAt };
    return this.access.actIn(
      actor,
      at,
      isOwn,
      (it) =>
        covers(it.areaCode, areaCode) && (input.unitId === undefined || (ownUnit(it) ?? input.unitId) === input.unitId),
    );
  }

  private async ownArea(actor: Actor, input: RecordDuty, moment: Moment): Promise<string> {
    const held = await this.access.postsOf(actor.personId, moment.occurredAt);
    const areas = new Set(
      held
        .filter((post) => input.actingPostId === undefined || post.id === input.actingPostId)
        .map((post) => post.areaCode),
    );
    if (areas.size !== 1) throw ProblemError.at('invalid_input', 'areaCode', '请选择在哪个村');
    return [...areas][0] as string;
  }

  private async store(tx: EntityManager, actor: Actor, record: DutyRecord, moment: Moment): Promise<void> {
    try {
      await insertRows(tx, 'duty_record', [record]);
    } catch (error) {
      throw isDuplicate(error) ? new ProblemError('id_taken') : error;
    }
    const photos = await this.photos.attach(
      tx,
      actor,
      record.photoIds,
      { type: 'duty-record', id: record.id },
      record.areaCode,
    );
    const subject = { subjectType: 'duty-record', subjectId: record.id, changes: { ...record }, facts: { photos } };
    await this.ledger.record(tx, {
      areaCode: record.areaCode,
      act: 'record-duty',
      ...subject,
      personId: actor.personId,
      postId: record.postId,
      moment,
    });
  }
}

function build(
  actor: Actor,
  post: HeldPost,
  input: RecordDuty,
  areaCode: string,
  townshipCode: string,
  moment: Moment,
): DutyRecord {
  return {
    id: input.id ?? uuidv7(),
    kind: input.kind,
    townshipCode,
    areaCode,
    unitId: ownUnit(post) ?? input.unitId ?? null,
    personId: actor.personId,
    postId: post.id,
    text: input.text,
    photoIds: input.photoIds ?? [],
    place: input.place ?? null,
    paper: input.paper ?? null,
    occurredAt: moment.occurredAt,
    receivedAt: moment.receivedAt,
    doubted: moment.doubted,
  };
}

/** 补录 happened on the paper's day, whatever the phone's clock says. */
function doneAt({ paper }: RecordDuty, moment: Moment): Moment {
  if (!paper) return moment;
  if (paper.doneOn > dateOf(moment.receivedAt))
    throw ProblemError.at('invalid_input', 'paper.doneOn', '纸质记录的日期不能晚于今天');
  if (paper.doneOn < EARLIEST_PAPER)
    throw ProblemError.at('invalid_input', 'paper.doneOn', '纸质记录的日期不能早于2000年，请核对');
  return { ...moment, occurredAt: startOf(paper.doneOn), doubted: false };
}

/** Heads of enterprises answer for their enterprise alone, not for the village that it lies in. */
export function ownUnit(post: HeldPost): string | null {
  return post.profile === 'enterprise-head' ? post.unitId : null;
}

async function unitArea(tx: EntityManager, id: string): Promise<string> {
  const [unit] = await tx.query<{ areaCode: string }[]>('SELECT areaCode FROM unit WHERE id = ?', [id]);
  if (!unit) throw ProblemError.at('unknown_unit', 'unitId', '没有找到这个单位');
  return unit.areaCode;
}

async function mustExist(tx: EntityManager, areaCode: string): Promise<void> {
  const [area] = await tx.query<unknown[]>('SELECT code FROM area WHERE code = ?', [areaCode]);
  if (!area) throw ProblemError.at('unknown_area', 'areaCode', '没有这个辖区');
}

function seenBy(select: SelectQueryBuilder<DutyRecord>, personId: string, visible: Visible[]): void {
  const scope = new Brackets((any) => {
    any.where('r.personId = :personId', { personId });
    for (const [index, part] of visible.entries()) {
      if (part.unitId !== null || part.trades !== null) continue;
      any.orWhere(new Brackets((all) => void inArea(all, 'r', part.areaCode, `v${index}`)));
    }
  });
  select.andWhere(scope);
}

function filtered(select: SelectQueryBuilder<DutyRecord>, query: DutyRecordQuery): void {
  if (query.area) inArea(select, 'r', query.area);
  if (query.kind) select.andWhere('r.kind = :kind', { kind: query.kind });
  if (query.from) select.andWhere('r.occurredAt >= :from', { from: startOf(query.from) });
  if (query.until) select.andWhere('r.occurredAt < :until', { until: startOf(addDays(query.until, 1)) });
}
