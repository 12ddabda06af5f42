import { Inject, Injectable } from '@nestjs/common';
import { townshipOf } from '@zerentian/shared/areas/area.contract';
import { dateOf } from '@zerentian/shared/calendar';
import { type LogSelfCheck, type SelfCheckView, wasPutRight } from '@zerentian/shared/self-checks/self-check.contract';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { HazardReports } from '../hazards/hazard-report.service';
import { Ledger } from '../ledger/ledger.service';
import { type AttachedPhoto, PhotosService } from '../photos/photos.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { isDuplicate } from '../platform/database/database-errors';
import { insertRows } from '../platform/database/insert-rows';
import { ProblemError } from '../platform/problem';
import { type Moment, momentOf } from '../platform/writes/moment';
import { Writes } from '../platform/writes/writes.service';
import { type ActingFor, EnterprisePosts } from './enterprise-posts.service';
import type { SelfCheck } from './self-check.entity';
import { SelfCheckViews } from './self-check-views.service';

/** An earlier day is a slip of the finger. */
const EARLIEST = '2000-01-01';

/** 企业自查: an enterprise writes down what it found itself. */
@Injectable()
export class SelfChecks {
  @Inject() private readonly clock: Clock;
  @Inject() private readonly enterprises: EnterprisePosts;
  @Inject() private readonly hazards: HazardReports;
  @Inject() private readonly ledger: Ledger;
  @Inject() private readonly photos: PhotosService;
  @Inject() private readonly views: SelfCheckViews;
  @Inject() private readonly writes: Writes;

  /**
   * Enters one line of the list. What may be 重大 becomes a hazard of the township (path C) in the same transaction.
   * @throws forbidden to all but the enterprise's own posts, outside_scope for another enterprise
   */
  async log(actor: Actor, input: LogSelfCheck): Promise<SelfCheckView> {
    const moment = momentOf(input, this.clock.now());
    checkDay(input.foundOn, 'foundOn', moment);
    return this.writes.once(actor, async (tx) => {
      const wanted = { postId: input.actingPostId, unitId: input.unitId, at: moment.occurredAt };
      const acting = await this.enterprises.acting(actor, wanted, tx);
      const entry = build(actor, acting, input, moment);
      if (input.level === 'suspected-major') entry.hazardId = await this.comeUp(tx, actor, acting, entry, moment);
      await this.store(tx, entry, moment);
      return this.views.one(entry, tx);
    });
  }

  /** The hazard as which an entry comes up; its photos go with it. */
  async comeUp(
    tx: EntityManager,
    actor: Actor,
    { post, unit }: ActingFor,
    entry: Pick<SelfCheck, 'id' | 'text' | 'spot' | 'standardClause' | 'photoIds'>,
    moment: Moment,
  ): Promise<string> {
    const { text, spot, standardClause, photoIds } = entry;
    const report = {
      actingPostId: post.id,
      path: 'referred' as const,
      unitId: unit.id,
      ownership: 'enterprise' as const,
      level: 'suspected-major' as const,
      standardClause: standardClause ?? undefined,
      description: text ?? undefined,
      spot: spot ?? undefined,
      photoIds,
    };
    const origin = { kind: 'self-check' as const, id: entry.id };
    return (await this.hazards.reportWithin(tx, actor, report, moment, origin)).id;
  }

  private async store(tx: EntityManager, entry: SelfCheck, moment: Moment): Promise<void> {
    try {
      await insertRows(tx, 'self_check', [entry]);
    } catch (error) {
      throw isDuplicate(error) ? new ProblemError('id_taken') : error;
    }
    const actor = { personId: entry.personId, sessionId: '', request: null };
    // What came up as a hazard has its photos there.
    const photos = entry.hazardId === null ? await this.attach(tx, actor, entry, entry.photoIds, 'photoIds') : [];
    const afterPhotos = await this.attach(tx, actor, entry, entry.afterPhotoIds, 'afterPhotoIds');
    await this.ledger.record(tx, {
      areaCode: entry.areaCode,
      act: 'self-check-log',
      subjectType: 'self-check',
      subjectId: entry.id,
      personId: entry.personId,
      postId: entry.postId,
      moment,
      changes: { ...entry },
      facts: { to: entry.state, photos, afterPhotos },
    });
  }

  attach(tx: EntityManager, actor: Actor, entry: SelfCheck, ids: string[], field: string): Promise<AttachedPhoto[]> {
    return this.photos.attach(tx, actor, ids, { type: 'self-check', id: entry.id }, entry.areaCode, field);
  }
}

function build(actor: Actor, { post, unit }: ActingFor, input: LogSelfCheck, moment: Moment): SelfCheck {
  const townshipCode = townshipOf(unit.areaCode);
  if (!townshipCode) throw ProblemError.at('invalid_input', 'unitId', '这个单位没有登记在哪个村或乡');
  const level = input.level ?? 'general';
  const isFixed = wasPutRight(input);
  const foundOn = input.foundOn ?? dateOf(moment.occurredAt);
  return {
    id: input.id ?? uuidv7(),
    unitId: unit.id,
    townshipCode,
    areaCode: unit.areaCode,
    trade: unit.trade,
    state: level === 'suspected-major' ? 'referred' : isFixed ? 'fixed' : 'open',
    level,
    standardClause: level === 'suspected-major' ? (input.standardClause ?? null) : null,
    text: input.text ?? null,
    spot: input.spot ?? null,
    photoIds: input.photoIds ?? [],
    foundOn,
    fixedOn: isFixed ? dateOf(moment.occurredAt) : null,
    remedy: input.remedy ?? null,
    rectifier: isFixed ? (input.rectifier ?? null) : null,
    afterPhotoIds: input.afterPhotoIds ?? [],
    source: 'typed',
    externalNumber: null,
    hazardId: null,
    personId: actor.personId,
    postId: post.id,
    occurredAt: moment.occurredAt,
    receivedAt: moment.receivedAt,
    updatedAt: moment.receivedAt,
  };
}

/** A day lies neither in the future nor in another century. */
export function checkDay(day: string | undefined, field: string, moment: Moment): void {
  if (day === undefined) return;
  if (day > dateOf(moment.receivedAt)) throw ProblemError.at('invalid_input', field, '日期不能晚于今天');
  if (day < EARLIEST) throw ProblemError.at('invalid_input', field, '日期不能早于2000年，请核对');
}
