import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { dateOf } from '@zerentian/shared/calendar';
import type { ActorView, HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { isOpen } from '@zerentian/shared/hazards/hazard.deadline';
import { allowedSteps, type HazardStep, rolesOf } from '@zerentian/shared/hazards/hazard.lifecycle';
import type { Profile } from '@zerentian/shared/posts/profile';
import { outranks } from '@zerentian/shared/reminders/reminder.rule';
import { DataSource } from 'typeorm';
import { PhotoLinks } from '../photos/photo-links.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { Access, type HeldPost } from '../posts/access.service';
import { Discretion } from '../posts/discretion.service';
import { Holders } from '../posts/holders.service';
import { Reminders } from '../reminders/reminders.service';
import type { Hazard } from './hazard.entity';
import { factsOf } from './hazard.view';
import { HazardHistory } from './hazard-history.service';
import { HazardViews } from './hazard-views.service';
import { Hazards } from './hazards.service';

const COMPANIONS = `
  SELECT DISTINCT n.id AS personId, n.name, n.phone, p.id AS postId, p.title AS post, k.profile
  FROM post p JOIN post_kind k ON k.\`key\` = p.kindKey
  JOIN tenure t ON t.postId = p.id AND t.supersededAt IS NULL AND t.startsOn <= ? AND (t.endsOn IS NULL OR t.endsOn > ?)
  JOIN person n ON n.id = t.personId
  LEFT JOIN post_trade x ON x.postId = p.id AND x.trade = ?
  WHERE (p.areaCode = ? AND k.profile = 'village-team')
     OR (p.areaCode = ? AND ((k.line = 'supervision' AND k.profile IN ('station', 'member')) OR (k.profile = 'station' AND x.trade IS NOT NULL)))
  ORDER BY n.name`;

/** One hazard with its history, its reminders, and what the asker may do next. */
@Injectable()
export class HazardDetails {
  @Inject() private readonly access: Access;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly discretion: Discretion;
  @Inject() private readonly hazards: Hazards;
  @Inject() private readonly history: HazardHistory;
  @Inject() private readonly holders: Holders;
  @Inject() private readonly links: PhotoLinks;
  @Inject() private readonly reminders: Reminders;
  @Inject() private readonly views: HazardViews;
  @InjectDataSource() private readonly source: DataSource;

  /** What the asker may know of it: for heads of enterprises numbers as in 通讯录 (Discretion). @throws not_found */
  async of(actor: Actor, id: string): Promise<HazardDetail> {
    const hazard = await this.hazards.visibleOne(actor, id);
    const now = this.clock.now();
    const posts = await this.access.postsOf(actor.personId, now);
    const events = await this.history.of(id);
    const reminders = await this.reminders.of(id);
    const steps = stepsOf(posts, hazard, actor.personId);
    const isRecheck = steps.some((it) => it.step === 'verify');
    const photoIds = [...new Set([...hazard.photoIds, ...events.flatMap((event) => event.photoIds)])];
    return this.discretion.toldTo(posts, {
      ...(await this.views.one(hazard)),
      events,
      reminders,
      photos: this.links.of(photoIds),
      steps,
      companions: isRecheck ? await this.companions(posts, hazard, actor.personId, now) : [],
      mayRemind: await this.mayRemind(
        actor,
        posts,
        hazard,
        reminders.some((it) => it.date === dateOf(now)),
      ),
    });
  }

  /** Whom the asker may name: for an enterprise a station names a 包村干部 and the other way round. */
  private async companions(posts: HeldPost[], hazard: Hazard, personId: string, now: Date): Promise<ActorView[]> {
    const today = dateOf(now);
    const parameters = [today, today, hazard.trade ?? '', hazard.areaCode, hazard.townshipCode];
    const rows: (ActorView & { profile: Profile })[] = await this.source.query(COMPANIONS, parameters);
    const isStation = posts.some((post) => post.profile === 'station' && rolesOf(post, factsOf(hazard)).size > 0);
    const fits = (profile: Profile) => hazard.ownership !== 'enterprise' || (profile === 'village-team') === isStation;
    const isFree = (id: string | null) => id !== personId && !hazard.rectifierIds.includes(id ?? '');
    return rows.filter((row) => fits(row.profile) && isFree(row.personId)).map(({ profile: _, ...actor }) => actor);
  }

  private async mayRemind(actor: Actor, posts: HeldPost[], hazard: Hazard, isDone: boolean): Promise<boolean> {
    if (isDone || !isOpen(hazard.state) || hazard.holderPostId === null) return false;
    const holder = (await this.holders.of([hazard.holderPostId], this.clock.now())).get(hazard.holderPostId);
    if (!holder || holder.personId === actor.personId) return false;
    return posts.some((post) => outranks(post, holder) && hazard.areaCode.startsWith(post.areaCode));
  }
}

/** Each open step once, with the first of the posts that opens it. */
export function stepsOf(posts: HeldPost[], hazard: Hazard, personId: string): { step: HazardStep; postId: string }[] {
  const found = new Map<HazardStep, string>();
  for (const post of posts) {
    for (const step of allowedSteps(post, factsOf(hazard), personId)) if (!found.has(step)) found.set(step, post.id);
  }
  return [...found].map(([step, postId]) => ({ step, postId }));
}
