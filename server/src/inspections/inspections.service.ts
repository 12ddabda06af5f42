import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { addDays, startOf } from '@zerentian/shared/calendar';
import type { Page } from '@zerentian/shared/fields';
import type {
  InspectionDetail,
  InspectionQuery,
  InspectionView,
} from '@zerentian/shared/inspections/inspection.contract';
import { Brackets, DataSource, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { inArea } from '../platform/database/area-sql';
import { newestPage } from '../platform/database/newest-sql';
import { ProblemError } from '../platform/problem';
import { Access, sees, type Visible, visibleThrough } from '../posts/access.service';
import { Discretion } from '../posts/discretion.service';
import { Inspection } from './inspection.entity';
import { InspectionViews } from './inspection-views.service';

/** Visits as they are read: by whoever's posts see the unit, by its head, and by those who made them. */
@Injectable()
export class Inspections {
  @Inject() private readonly access: Access;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly discretion: Discretion;
  @Inject() private readonly views: InspectionViews;
  @InjectDataSource() private readonly source: DataSource;

  /** Newest first, by cursor. @throws unknown_area, outside_scope */
  async list(actor: Actor, query: InspectionQuery): Promise<Page<InspectionView>> {
    const posts = await this.access.postsOf(actor.personId, this.clock.now());
    if (query.area !== undefined) await this.access.listArea(posts, query.area);
    const select = this.source.manager.createQueryBuilder(Inspection, 'i');
    seenBy(select, actor.personId, query.mine ? [] : visibleThrough(posts));
    filtered(select, query);
    return newestPage(select, query, async (rows) => this.discretion.toldTo(posts, await this.views.many(rows)));
  }

  async detail(actor: Actor, id: string): Promise<InspectionDetail> {
    return this.discretion.told(actor, await this.views.detail(await this.visibleOne(actor, id)));
  }

  /** One that the asker may see; anything else was not found. */
  async visibleOne(actor: Actor, id: string): Promise<Inspection> {
    const row = await this.source.manager.findOneBy(Inspection, { id });
    const visible = await this.access.visible(actor, this.clock.now());
    if (!row) throw new ProblemError('not_found');
    const isOwn = [row.inspectorPersonId, ...row.companions.map((it) => it.personId)].includes(actor.personId);
    if (!isOwn && !sees(visible, { areaCode: row.areaCode, trade: row.trade, unitIds: [row.unitId] }))
      throw new ProblemError('not_found');
    return row;
  }

  /** Visits that somebody made in a post in a span of instants: for what falls due by their number. */
  async countOf(personId: string, postId: string, from: Date, until: Date): Promise<number> {
    const select = this.source.manager.createQueryBuilder(Inspection, 'i');
    select.where('i.inspectorPersonId = :personId AND i.inspectorPostId = :postId', { personId, postId });
    return select.andWhere('i.occurredAt >= :from AND i.occurredAt < :until', { from, until }).getCount();
  }
}

function seenBy(select: SelectQueryBuilder<Inspection>, personId: string, visible: Visible[]): void {
  const scope = new Brackets((any) => {
    any.where('i.inspectorPersonId = :personId', { personId });
    for (const [index, part] of visible.entries()) {
      if (part.trades?.length === 0) continue;
      any.orWhere(
        new Brackets((all) => {
          all.where('1 = 1');
          inArea(all, 'i', part.areaCode, `v${index}`);
          if (part.trades) all.andWhere(`i.trade IN (:...t${index})`, { [`t${index}`]: part.trades });
          if (part.unitId !== null) all.andWhere(`i.unitId = :u${index}`, { [`u${index}`]: part.unitId });
        }),
      );
    }
  });
  select.andWhere(scope);
}

function filtered(select: SelectQueryBuilder<Inspection>, query: InspectionQuery): void {
  if (query.area) inArea(select, 'i', query.area);
  if (query.unit) select.andWhere('i.unitId = :unit', { unit: query.unit });
  if (query.campaign) select.andWhere('i.campaignId = :campaign', { campaign: query.campaign });
  if (query.from) select.andWhere('i.occurredAt >= :from', { from: startOf(query.from) });
  if (query.until) select.andWhere('i.occurredAt < :until', { until: startOf(addDays(query.until, 1)) });
}
