import { Inject, Injectable } from '@nestjs/common';
import { covers, townshipOf } from '@zerentian/shared/areas/area.contract';
import { dateOf } from '@zerentian/shared/calendar';
import {
  type HazardOrigin,
  type HazardPath,
  type HazardView,
  hazardPathNames,
  type ReportHazard,
} from '@zerentian/shared/hazards/hazard.contract';
import { countyDueAt } from '@zerentian/shared/hazards/hazard.county';
import { defaultDeadline, holderDueOn } from '@zerentian/shared/hazards/hazard.deadline';
import { holderOf } from '@zerentian/shared/hazards/hazard.holder';
import { onlyVillage } from '@zerentian/shared/hazards/hazard.place';
import { isSafetyStation } from '@zerentian/shared/hazards/hazard.roles';
import { titleOf } from '@zerentian/shared/hazards/hazard.title';
import type { HazardState } from '@zerentian/shared/hazards/hazard.vocabulary';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Ledger } from '../ledger/ledger.service';
import { Notices } from '../notices/notices.service';
import { type AttachedPhoto, PhotosService } from '../photos/photos.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { isDuplicate } from '../platform/database/database-errors';
import { insertRows } from '../platform/database/insert-rows';
import { ProblemError } from '../platform/problem';
import { type Moment, momentOf } from '../platform/writes/moment';
import { Writes } from '../platform/writes/writes.service';
import { Access, type HeldPost } from '../posts/access.service';
import { RulesService } from '../rules/rules.service';
import type { Hazard } from './hazard.entity';
import { factsOf } from './hazard.view';
import { checkDeadline } from './hazard-dates';
import { HazardRegister, type HazardUnit, mustBeHeaded, ownershipOf } from './hazard-register';
import { HazardSampling } from './hazard-sampling.service';
import { HazardViews } from './hazard-views.service';

const STATES: Record<HazardPath, HazardState> = { fixed: 'closed', assigned: 'assigned', referred: 'reported' };

/** Where, and whose: settled before the transaction begins. */
interface Site {
  areaCode: string;
  areaName: string;
  unit: HazardUnit | null;
  villageUnitId: string | null;
}

/** What a hazard came from, where it was not simply seen. */
export interface Origin {
  kind: HazardOrigin;
  id: string | null;
  /** Photos that show that thing already, and this one too. */
  photos?: readonly AttachedPhoto[];
}

const SEEN: Origin = { kind: 'patrol', id: null };

/** What only later steps set. */
const UNTOUCHED = {
  rectifierIds: [],
  askedPostId: null,
  plan: null,
  county: null,
  leaderPostId: null,
  watched: false,
  askedUntil: null,
  mergedIntoId: null,
  spotCheckedAt: null,
};

/** 上报: the three paths by which a hazard enters the township. */
@Injectable()
export class HazardReports {
  @Inject() private readonly access: Access;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly ledger: Ledger;
  @Inject() private readonly notices: Notices;
  @Inject() private readonly photos: PhotosService;
  @Inject() private readonly register: HazardRegister;
  @Inject() private readonly rules: RulesService;
  @Inject() private readonly sampling: HazardSampling;
  @Inject() private readonly views: HazardViews;
  @Inject() private readonly writes: Writes;

  /**
   * Reports a hazard once. The answer is a present view: it names whoever holds the matter today, also where the report happened earlier.
   * @throws unknown_area, unknown_unit, outside_scope, major_needs_assessment (疑似重大 on any path but C), village_not_responsible
   */
  async report(actor: Actor, input: ReportHazard): Promise<HazardView> {
    const moment = momentOf(input, this.clock.now());
    return this.writes.once(actor, (tx) => this.reportWithin(tx, actor, input, moment));
  }

  /** The same inside a transaction that has begun: an inspection, a public report or a self-check makes its hazards so. */
  async reportWithin(
    tx: EntityManager,
    actor: Actor,
    input: ReportHazard,
    moment: Moment,
    origin: Origin = SEEN,
  ): Promise<HazardView> {
    const path = input.path ?? 'referred';
    if (input.level === 'suspected-major' && path !== 'referred') throw new ProblemError('major_needs_assessment');
    checkDeadline(input.deadline, moment);
    const site = await this.site(tx, actor, input, moment);
    const post = await this.access.actIn(
      actor,
      { postId: input.actingPostId, at: moment.occurredAt },
      (it) => mayReport(it, path),
      (it) => reaches(it, site),
    );
    const hazard = await this.build(tx, actor, post, input, path, site, moment, origin);
    const posts = await this.register.posts(tx, site.areaCode, hazard.responsibleUnitId);
    if (hazard.responsibleUnitId) mustBeHeaded(posts, 'unitId');
    hazard.holderPostId = holderOf(factsOf(hazard), posts);
    hazard.holderSince = hazard.holderPostId ? moment.occurredAt : null;
    hazard.holderDueOn = holderDueOn(factsOf(hazard), hazard.deadline, moment.receivedAt, this.rules.current);
    await this.store(tx, actor, post, input, hazard, moment, origin.photos ?? []);
    await this.tell(tx, hazard, post, posts.safetyStationId);
    return this.views.one(hazard, tx);
  }

  private async site(tx: EntityManager, actor: Actor, input: ReportHazard, moment: Moment): Promise<Site> {
    const unit = input.unitId === undefined ? null : await this.register.unit(tx, input.unitId, 'unitId');
    const areaCode = input.areaCode ?? unit?.areaCode ?? (await this.onlyVillage(actor, moment));
    if (townshipOf(areaCode) === null) throw ProblemError.at('invalid_input', 'areaCode', '请选到村或乡');
    const areaName = await this.register.areaName(tx, areaCode);
    if (unit && !covers(areaCode, unit.areaCode) && !covers(unit.areaCode, areaCode)) {
      throw ProblemError.at('invalid_input', 'unitId', '这个单位不在所选的辖区');
    }
    return { areaCode, areaName, unit, villageUnitId: await this.register.villageUnitId(tx, areaCode) };
  }

  private async onlyVillage(actor: Actor, moment: Moment): Promise<string> {
    const posts = await this.access.postsOf(actor.personId, moment.occurredAt);
    const village = onlyVillage(posts.map((post) => post.areaCode));
    if (village === null) throw ProblemError.at('invalid_input', 'areaCode', '请选择在哪个村');
    return village;
  }

  private async build(
    tx: EntityManager,
    actor: Actor,
    post: HeldPost,
    input: ReportHazard,
    path: HazardPath,
    site: Site,
    moment: Moment,
    origin: Origin,
  ): Promise<Hazard> {
    const township = townshipOf(site.areaCode) as string;
    const isAssigned = path === 'assigned' && site.unit !== null;
    const ownership = isAssigned && site.unit ? ownershipOf(site.unit, input.ownership) : (input.ownership ?? null);
    const level = input.level ?? 'general';
    const year = Number(dateOf(moment.receivedAt).slice(0, 4));
    const number = await this.writes.nextNumber(tx, township, 'hazard', year);
    return {
      id: input.id ?? uuidv7(),
      number: `${township}-${year}-${String(number).padStart(4, '0')}`,
      townshipCode: township,
      areaCode: site.areaCode,
      state: STATES[path],
      path,
      origin: origin.kind,
      originId: origin.id,
      level,
      standardClause: input.standardClause ?? null,
      trade: input.trade ?? site.unit?.trade ?? null,
      unitId: site.unit?.id ?? null,
      ownership,
      responsibleUnitId: isAssigned ? (site.unit?.id ?? null) : null,
      assistingUnitId: site.villageUnitId === site.unit?.id ? null : site.villageUnitId,
      description: input.description ?? null,
      spot: input.spot ?? null,
      place: input.place ?? null,
      photoIds: [...(input.photoIds ?? []), ...(origin.photos ?? []).map((photo) => photo.id)],
      deadline: isAssigned ? (input.deadline ?? defaultDeadline(level, moment.occurredAt, this.rules.current)) : null,
      holderPostId: null,
      holderSince: null,
      holderDueOn: null,
      reporterPersonId: actor.personId,
      reporterPostId: post.id,
      assignerPostId: path === 'assigned' ? post.id : null,
      ...UNTOUCHED,
      countyDueAt: level === 'suspected-major' ? countyDueAt(moment.receivedAt, this.rules.current) : null,
      sampled: path === 'fixed' && this.sampling.isDrawn(),
      occurredAt: moment.occurredAt,
      receivedAt: moment.receivedAt,
      updatedAt: moment.receivedAt,
      closedAt: path === 'fixed' ? moment.occurredAt : null,
    };
  }

  private async store(
    tx: EntityManager,
    actor: Actor,
    post: HeldPost,
    input: ReportHazard,
    hazard: Hazard,
    moment: Moment,
    shared: readonly AttachedPhoto[],
  ): Promise<void> {
    try {
      await insertRows(tx, 'hazard', [hazard]);
    } catch (error) {
      throw isDuplicate(error) ? new ProblemError('id_taken') : error;
    }
    const subject = { type: 'hazard', id: hazard.id };
    const photos = await this.photos.attach(tx, actor, input.photoIds ?? [], subject, hazard.areaCode);
    const afterPhotos = await this.photos.attach(
      tx,
      actor,
      input.afterPhotoIds ?? [],
      subject,
      hazard.areaCode,
      'afterPhotoIds',
    );
    await this.ledger.record(tx, {
      areaCode: hazard.areaCode,
      act: 'hazard-report',
      subjectType: 'hazard',
      subjectId: hazard.id,
      personId: actor.personId,
      postId: post.id,
      moment,
      changes: { ...hazard },
      facts: {
        to: hazard.state,
        text: input.remedy ?? null,
        photos: [...photos, ...shared],
        afterPhotos,
      },
    });
  }

  /** 安监站 learns of whatever was found; the unit's head of what is now theirs. */
  private async tell(tx: EntityManager, hazard: Hazard, post: HeldPost, stationId: string | null): Promise<void> {
    const words = `${post.title}上报隐患（${hazardPathNames[hazard.path]}）：${titleOf(hazard)}`;
    const receivers = [stationId, hazard.holderPostId].filter((id) => id !== post.id);
    await this.notices.send(tx, receivers, words, hazard.id, hazard.receivedAt);
  }
}

function mayReport(post: HeldPost, path: HazardPath): boolean {
  if (post.profile === 'administrator' || post.profile === 'county') return false;
  if (path === 'referred') return true;
  if (path === 'fixed') return post.profile !== 'office';
  return (
    post.profile === 'village-team' ||
    post.profile === 'leader' ||
    post.profile === 'deputy' ||
    post.profile === 'station' ||
    isSafetyStation(post)
  );
}

function reaches(post: HeldPost, site: Site): boolean {
  if (!covers(post.areaCode, site.areaCode)) return false;
  if (post.profile === 'enterprise-head') return site.unit === null || site.unit.id === post.unitId;
  const isTradeStation = post.profile === 'station' && post.line === 'sector';
  return (
    !isTradeStation ||
    site.unit === null ||
    (site.unit.trade !== null && post.trades.includes(site.unit.trade)) ||
    site.unit.id === post.unitId
  );
}
