import { Inject, Injectable } from '@nestjs/common';
import { townshipOf } from '@zerentian/shared/areas/area.contract';
import { dateOf } from '@zerentian/shared/calendar';
import type { InspectionDetail, RecordInspection } from '@zerentian/shared/inspections/inspection.contract';
import { countsOf, mayInspect, reachesUnit } from '@zerentian/shared/inspections/inspection.rule';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Checklists, type KnownChecklist } from '../checklists/checklists.service';
import { HazardReports } from '../hazards/hazard-report.service';
import { documentDigest, Ledger } from '../ledger/ledger.service';
import { Notices } from '../notices/notices.service';
import { PhotosService } from '../photos/photos.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { isDuplicate } from '../platform/database/database-errors';
import { insertRows } from '../platform/database/insert-rows';
import { ProblemError } from '../platform/problem';
import { type Moment, momentOf } from '../platform/writes/moment';
import { Writes } from '../platform/writes/writes.service';
import { Access, chosenPost, type HeldPost } from '../posts/access.service';
import type { Inspection } from './inspection.entity';
import { atItem, type FoundItem, hazardOf, itemsOf } from './inspection-items';
import { InspectionRegister, type InspectionUnit } from './inspection-register';
import { InspectionViews } from './inspection-views.service';

/** A visit about to be written. */
interface Visit {
  actor: Actor;
  post: HeldPost;
  input: RecordInspection;
  unit: InspectionUnit;
  moment: Moment;
  headPostId: string | null;
}

/** 安全检查: a visit enters the township whole, with the hazards that it found. */
@Injectable()
export class InspectionRecords {
  @Inject() private readonly access: Access;
  @Inject() private readonly checklists: Checklists;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly hazards: HazardReports;
  @Inject() private readonly ledger: Ledger;
  @Inject() private readonly notices: Notices;
  @Inject() private readonly photos: PhotosService;
  @Inject() private readonly register: InspectionRegister;
  @Inject() private readonly views: InspectionViews;
  @Inject() private readonly writes: Writes;

  /**
   * Writes down a visit. @throws unknown_unit, forbidden, outside_scope, unknown_reference (list, campaign, companion, photo), and what
   * a hazard's report throws, at its item
   */
  async record(actor: Actor, input: RecordInspection): Promise<InspectionDetail> {
    const moment = momentOf(input, this.clock.now());
    return this.writes.once(actor, async (tx) => {
      const unit = await this.register.unit(tx, input.unitId);
      const post = await this.postFor(actor, input, unit, moment);
      await this.register.checkCampaign(tx, input, unit, moment);
      const list = await this.list(tx, input, unit);
      const found = itemsOf(input.items, list);
      const headPostId = await this.register.headPost(tx, unit.id);
      const visit: Visit = { actor, post, input, unit, moment, headPostId };
      const row = await this.build(tx, visit, list, found);
      await this.findings(tx, visit, row, found);
      await this.store(tx, visit, row);
      await this.tell(tx, visit, row);
      return this.views.detail(row, tx);
    });
  }

  /** The post in which it was made; nobody inspects a unit in which they hold a post themselves. */
  private async postFor(actor: Actor, input: RecordInspection, unit: InspectionUnit, moment: Moment) {
    const held = await this.access.postsOf(actor.personId, moment.occurredAt);
    const post = chosenPost(held, input.actingPostId, mayInspect, (it) => reachesUnit(it, unit));
    if (held.some((it) => it.unitId === unit.id))
      throw new ProblemError(
        'forbidden',
        '您在这个单位任职，不能由您检查它，什么也没有保存。请由别的站所或包村干部检查。',
      );
    return post;
  }

  /** An unknown version is taken with the words that were sent; a list that never was is a mistake. */
  private async list(tx: EntityManager, input: RecordInspection, unit: InspectionUnit): Promise<KnownChecklist | null> {
    const township = townshipOf(unit.areaCode) as string;
    const list = await this.checklists.find(tx, township, input.checklistKey, input.checklistVersion);
    if (list || input.items.every((item) => item.text !== undefined)) return list;
    throw ProblemError.at('unknown_reference', 'checklistKey', '没有这张检查表，请刷新后重新选择');
  }

  private async build(
    tx: EntityManager,
    visit: Visit,
    list: KnownChecklist | null,
    found: FoundItem[],
  ): Promise<Inspection> {
    const { actor, post, input, unit, moment } = visit;
    const township = townshipOf(unit.areaCode) as string;
    const year = Number(dateOf(moment.receivedAt).slice(0, 4));
    const companions = await this.register.companions(actor, input.companionIds ?? [], unit, moment.occurredAt);
    const number = await this.writes.nextNumber(tx, township, 'inspection', year);
    const { passed, failed, notApplicable } = countsOf(input.items);
    return {
      id: input.id ?? uuidv7(),
      number: `${township}-检-${year}-${String(number).padStart(4, '0')}`,
      townshipCode: township,
      areaCode: unit.areaCode,
      unitId: unit.id,
      trade: unit.trade,
      campaignId: input.campaignId ?? null,
      checklistKey: input.checklistKey,
      checklistVersion: input.checklistVersion,
      checklistTitle: list?.title ?? '检查表',
      items: found.map((item) => item.stored),
      ...{ passed, failed, notApplicable },
      inspectorPersonId: actor.personId,
      inspectorPostId: post.id,
      companions,
      inspectedName: input.inspectedName ?? null,
      inspectedTitle: input.inspectedTitle ?? null,
      signaturePhotoId: input.signaturePhotoId ?? null,
      refusal: input.refusal ?? null,
      remark: input.remark ?? null,
      spot: input.spot ?? null,
      place: input.place ?? null,
      occurredAt: moment.occurredAt,
      receivedAt: moment.receivedAt,
      doubted: moment.doubted,
    };
  }

  /** Every failed item becomes a hazard that remembers the visit. */
  private async findings(tx: EntityManager, visit: Visit, row: Inspection, found: FoundItem[]): Promise<void> {
    const { actor, post, input, unit, moment, headPostId } = visit;
    const by = { postId: post.id, headed: headPostId !== null };
    for (const item of found.filter(({ stored }) => stored.result === 'fail')) {
      try {
        const report = hazardOf(item, input, unit, by);
        const origin = { kind: 'inspection' as const, id: row.id };
        item.stored.hazardId = (await this.hazards.reportWithin(tx, actor, report, moment, origin)).id;
      } catch (error) {
        throw atItem(error, item.index);
      }
    }
  }

  private async store(tx: EntityManager, { actor, moment }: Visit, row: Inspection): Promise<void> {
    try {
      await insertRows(tx, 'inspection', [row]);
    } catch (error) {
      throw isDuplicate(error) ? new ProblemError('id_taken') : error;
    }
    const { items, ...changes } = row;
    await this.ledger.record(tx, {
      areaCode: row.areaCode,
      act: 'record-inspection',
      subjectType: 'inspection',
      subjectId: row.id,
      personId: actor.personId,
      postId: row.inspectorPostId,
      moment,
      changes,
      facts: {
        itemsDigest: documentDigest(items),
        photos: await this.pictures(tx, actor, row),
        hazardIds: items.flatMap((item) => item.hazardId ?? []),
      },
    });
  }

  /** The signature and the photos of items that were in order; those of failed ones belong to their hazards. */
  private async pictures(tx: EntityManager, actor: Actor, row: Inspection) {
    const subject = { type: 'inspection', id: row.id };
    const own = row.items.filter((item) => item.hazardId === null).flatMap((item) => item.photoIds);
    const photos = await this.photos.attach(tx, actor, own, subject, row.areaCode, 'items');
    const signed = row.signaturePhotoId === null ? [] : [row.signaturePhotoId];
    return [...photos, ...(await this.photos.attach(tx, actor, signed, subject, row.areaCode, 'signaturePhotoId'))];
  }

  private async tell(tx: EntityManager, { post, unit, headPostId }: Visit, row: Inspection): Promise<void> {
    const outcome = row.failed === 0 ? '没有发现问题' : `发现 ${row.failed} 处问题`;
    const words = `${post.title}检查了${unit.name}（${row.number}），${outcome}`;
    await this.notices.send(
      tx,
      [headPostId].filter((id) => id !== post.id),
      words,
      null,
      row.receivedAt,
    );
  }
}
