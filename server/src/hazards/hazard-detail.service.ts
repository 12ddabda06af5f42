import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { dateOf } from '@zerentian/shared/calendar';
import type { ActorView, HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { isOpen, mayReopen } from '@zerentian/shared/hazards/hazard.deadline';
import type { HazardActor, HazardFacts } from '@zerentian/shared/hazards/hazard.facts';
import { allowedSteps } from '@zerentian/shared/hazards/hazard.lifecycle';
import type { HazardStep } from '@zerentian/shared/hazards/hazard.vocabulary';
import { outranks } from '@zerentian/shared/reminders/reminder.rule';
import { DataSource } from 'typeorm';
import { PhotoLinks } from '../photos/photo-links.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { Access, type HeldPost } from '../posts/access.service';
import { Holders } from '../posts/holders.service';
import { Reminders } from '../reminders/reminders.service';
import { RulesService } from '../rules/rules.service';
import { Hazard } from './hazard.entity';
import { HazardDiscretion } from './hazard-discretion.service';
import { HazardEscalations } from './hazard-escalations.service';
import { HazardHistory } from './hazard-history.service';
import { HazardRechecks } from './hazard-recheck.service';
import { HazardStanding, hazardActor } from './hazard-standing.service';
import { HazardViews } from './hazard-views.service';
import { Hazards } from './hazards.service';

/** 包保领导 are leaders and 分管 of the township; each post once, with whoever answers first. */
const LEADERS = `
  SELECT p.id FROM post p JOIN post_kind k ON k.\`key\` = p.kindKey
  WHERE p.areaCode = ? AND k.profile IN ('leader', 'deputy') ORDER BY k.profile DESC, p.id`;

/** The steps that ask for a 包保领导. */
const ASK_LEADER: readonly HazardStep[] = ['record-listing', 'watch'];

/** One hazard with its history, its reminders, and what the asker may do next. */
@Injectable()
export class HazardDetails {
  @Inject() private readonly access: Access;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly discretion: HazardDiscretion;
  @Inject() private readonly hazards: Hazards;
  @Inject() private readonly history: HazardHistory;
  @Inject() private readonly holders: Holders;
  @Inject() private readonly links: PhotoLinks;
  @Inject() private readonly rechecks: HazardRechecks;
  @Inject() private readonly reminders: Reminders;
  @Inject() private readonly rules: RulesService;
  @Inject() private readonly escalations: HazardEscalations;
  @Inject() private readonly standing: HazardStanding;
  @Inject() private readonly views: HazardViews;
  @InjectDataSource() private readonly source: DataSource;

  /** What the asker may know of it: for heads of enterprises numbers as in 通讯录 (Discretion). @throws not_found */
  async of(actor: Actor, id: string): Promise<HazardDetail> {
    const hazard = await this.hazards.visibleOne(actor, id);
    const now = this.clock.now();
    const posts = await this.access.postsOf(actor.personId, now);
    const events = await this.history.of(hazard, { personId: actor.personId, posts });
    const reminders = await this.reminders.of(id, posts);
    const facts = await this.standing.one(hazard, now);
    const steps = stepsOf(posts, facts, hazardActor(actor.personId, posts)).filter(
      ({ step }) => step !== 'reopen' || mayReopen(hazard.closedAt, now, this.rules.current),
    );
    const photoIds = [...new Set([...hazard.photoIds, ...events.flatMap((event) => event.photoIds)])];
    return this.discretion.toldTo(posts, {
      ...(await this.views.one(hazard)),
      events,
      reminders,
      escalations: await this.escalations.of(id),
      photos: this.links.of(photoIds),
      steps,
      companions: await this.companions(steps, posts, hazard, facts, actor.personId),
      merged: await this.merged(hazard.id),
      leaders: await this.leaders(steps, hazard),
      mayRemind: await this.mayRemind(
        actor,
        posts,
        hazard,
        reminders.some((it) => it.date === dateOf(now)),
      ),
    });
  }

  /** Whom the asker may name beside the post that re-checks. */
  private companions(steps: HazardDetail['steps'], posts: HeldPost[], hazard: Hazard, facts: HazardFacts, own: string) {
    const recheck = steps.find((it) => it.step === 'verify');
    const mine = posts.find((post) => post.id === recheck?.postId);
    return mine ? this.rechecks.companions(mine, own, hazard, facts, this.clock.now()) : [];
  }

  private async leaders(steps: HazardDetail['steps'], hazard: Hazard): Promise<ActorView[]> {
    if (!steps.some(({ step }) => ASK_LEADER.includes(step))) return [];
    const rows = await this.source.query<{ id: string }[]>(LEADERS, [hazard.townshipCode]);
    const holders = await this.holders.of(
      rows.map((row) => row.id),
      this.clock.now(),
    );
    return [...holders.values()]
      .filter((holder) => !holder.vacant)
      .map(({ personId, name, phone, postId, post }) => ({ personId, name, phone, postId, post }));
  }

  /** What was merged into it, the earliest first. */
  private async merged(id: string): Promise<HazardDetail['merged']> {
    const rows = await this.source.manager.find(Hazard, { where: { mergedIntoId: id }, order: { receivedAt: 'ASC' } });
    const actor = await this.holders.actors(rows.map(reporterOf));
    return rows.map((row) => ({
      id: row.id,
      number: row.number,
      reporter: actor(reporterOf(row)),
      receivedAt: row.receivedAt.toISOString(),
    }));
  }

  private async mayRemind(actor: Actor, posts: HeldPost[], hazard: Hazard, isDone: boolean): Promise<boolean> {
    if (isDone || !isOpen(hazard.state) || hazard.holderPostId === null) return false;
    const holder = (await this.holders.of([hazard.holderPostId], this.clock.now())).get(hazard.holderPostId);
    if (!holder || holder.personId === actor.personId) return false;
    return posts.some((post) => outranks(post, holder) && hazard.areaCode.startsWith(post.areaCode));
  }
}

/** Each open step once, with the first of the posts that opens it. */
export function stepsOf(
  posts: HeldPost[],
  facts: HazardFacts,
  actor: HazardActor,
): { step: HazardStep; postId: string }[] {
  const found = new Map<HazardStep, string>();
  for (const post of posts) {
    for (const step of allowedSteps(post, facts, actor)) if (!found.has(step)) found.set(step, post.id);
  }
  return [...found].map(([step, postId]) => ({ step, postId }));
}

function reporterOf(hazard: Hazard) {
  return { personId: hazard.reporterPersonId, postId: hazard.reporterPostId };
}
