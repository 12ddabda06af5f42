import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { dateOf } from '@zerentian/shared/calendar';
import type { Page } from '@zerentian/shared/fields';
import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { DUE_STATES } from '@zerentian/shared/hazards/hazard.deadline';
import type { HazardQuery } from '@zerentian/shared/hazards/hazard.query.contract';
import { openStates } from '@zerentian/shared/hazards/hazard.vocabulary';
import { Brackets, DataSource, type SelectQueryBuilder, type WhereExpressionBuilder } from 'typeorm';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { inArea } from '../platform/database/area-sql';
import { newestPage } from '../platform/database/newest-sql';
import { holdsWords } from '../platform/database/search-sql';
import { ProblemError } from '../platform/problem';
import { Access, type HeldPost, sees, type Visible, visibleThrough } from '../posts/access.service';
import { Hazard } from './hazard.entity';
import { HazardDiscretion, ofOriginTold } from './hazard-discretion.service';
import { HazardRegister } from './hazard-register';
import { HazardStandIns } from './hazard-stand-ins.service';
import { HazardViews } from './hazard-views.service';

/** Drawn for 抽查 when it was put right at once, and not looked at since. */
const TO_SAMPLE = "h.sampled = :sampled AND h.spotCheckedAt IS NULL AND h.state = 'closed'";

/** Reading hazards: what the asker's posts may see, no more. */
@Injectable()
export class Hazards {
  @Inject() private readonly access: Access;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly discretion: HazardDiscretion;
  @Inject() private readonly register: HazardRegister;
  @Inject() private readonly standIns: HazardStandIns;
  @Inject() private readonly views: HazardViews;
  @InjectDataSource() private readonly source: DataSource;

  /**
   * Newest first, by cursor. `mine`: what lies with one's own posts, and with vacant ones as their superior. `reported`: what one
   * reported oneself, also where one's posts see no further.
   * @throws unknown_area, outside_scope, unknown_unit
   */
  async list(actor: Actor, query: HazardQuery): Promise<Page<HazardView>> {
    const now = this.clock.now();
    const posts = await this.access.postsOf(actor.personId, now);
    await this.checkPlace(posts, query);
    const visible = visibleThrough(posts);
    if (visible.length === 0 && !query.reported) return { items: [], nextCursor: null };
    const select = this.source.manager.createQueryBuilder(Hazard, 'h');
    if (query.reported) select.andWhere('h.reporterPersonId = :me', { me: actor.personId });
    else seenBy(select, visible);
    filtered(select, query, dateOf(now));
    if (query.origin) ofOriginTold(select, query.origin, posts);
    if (query.mine) await this.onlyMine(select, posts, now);
    return newestPage(select, query, async (rows) => this.discretion.allToldTo(posts, await this.views.many(rows)));
  }

  /** One that the asker may see; anything else was not found. */
  async visibleOne(actor: Actor, id: string): Promise<Hazard> {
    const hazard = await this.source.manager.findOneBy(Hazard, { id });
    const visible = await this.access.visible(actor, this.clock.now());
    if (!hazard) throw new ProblemError('not_found');
    const isOwn = hazard.reporterPersonId === actor.personId;
    const unitIds = [hazard.unitId, hazard.responsibleUnitId];
    if (!isOwn && !sees(visible, { areaCode: hazard.areaCode, trade: hazard.trade, unitIds }))
      throw new ProblemError('not_found');
    return hazard;
  }

  private async checkPlace(posts: HeldPost[], query: HazardQuery): Promise<void> {
    if (query.area !== undefined) await this.access.listArea(posts, query.area);
    if (query.unit !== undefined) await this.register.unit(this.source.manager, query.unit, 'unit');
  }

  private async onlyMine(select: SelectQueryBuilder<Hazard>, posts: HeldPost[], now: Date): Promise<void> {
    const vacant = (await this.standIns.of(posts, now)).keys();
    select.andWhere('h.holderPostId IN (:...mine)', { mine: [...posts.map((post) => post.id), ...vacant] });
  }
}

/** Narrows to what the posts may see; the township's own column where the scope is one, so that its index serves. */
function seenBy(select: SelectQueryBuilder<Hazard>, visible: Visible[]): void {
  const scope = new Brackets((any) => {
    for (const [index, part] of visible.entries()) any.orWhere(new Brackets((all) => within(all, part, `v${index}`)));
  });
  select.andWhere(scope);
}

function within(where: WhereExpressionBuilder, part: Visible, name: string): void {
  inArea(where, 'h', part.areaCode, `${name}Area`);
  if (part.trades !== null) {
    if (part.trades.length === 0) where.andWhere('1 = 0', {});
    else where.andWhere(`h.trade IN (:...${name}Trades)`, { [`${name}Trades`]: part.trades });
  }
  if (part.unitId !== null)
    where.andWhere(`(h.unitId = :${name}Unit OR h.responsibleUnitId = :${name}Unit)`, { [`${name}Unit`]: part.unitId });
}

function filtered(select: SelectQueryBuilder<Hazard>, query: HazardQuery, today: string): void {
  if (query.area) inArea(select, 'h', query.area);
  for (const [index, word] of (query.q ?? '').split(/\s+/).filter(Boolean).entries())
    holding(select, word, `word${index}`);
  if (query.unit) select.andWhere('(h.unitId = :unit OR h.responsibleUnitId = :unit)', { unit: query.unit });
  if (query.state) select.andWhere('h.state = :state', { state: query.state });
  if (query.level) select.andWhere('h.level = :level', { level: query.level });
  if (query.watched)
    select.andWhere('h.watched = :watched AND h.state IN (:...open)', { watched: true, open: openStates });
  if (query.toSample) select.andWhere(TO_SAMPLE, { sampled: true });
  if (query.open) select.andWhere('h.state IN (:...open)', { open: openStates });
  if (query.overdue) select.andWhere('h.state IN (:...due) AND h.deadline < :today', { due: DUE_STATES, today });
}

const SEARCHED = ['h.number', 'h.description', 'h.spot', '(SELECT u.name FROM unit u WHERE u.id = h.unitId)'];

function holding(select: SelectQueryBuilder<Hazard>, word: string, name: string): void {
  const { sql, parameters } = holdsWords(SEARCHED, word);
  // One pattern for every column, so that one name serves for all.
  select.andWhere(sql.replaceAll('?', `:${name}`), { [name]: parameters[0] });
}
