import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { dateOf } from '@zerentian/shared/calendar';
import type { ActorView, HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { isOpen, mayReopen } from '@zerentian/shared/hazards/hazard.deadline';
import type { ActingPost, HazardActor, HazardFacts } from '@zerentian/shared/hazards/hazard.facts';
import { allowedSteps } from '@zerentian/shared/hazards/hazard.lifecycle';
import { fitsAsCompanion } from '@zerentian/shared/hazards/hazard.recheck';
import { rolesOf } from '@zerentian/shared/hazards/hazard.roles';
import type { HazardStep } from '@zerentian/shared/hazards/hazard.vocabulary';
import { outranks } from '@zerentian/shared/reminders/reminder.rule';
import { DataSource } from 'typeorm';
import { PhotoLinks } from '../photos/photo-links.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { Access, type HeldPost } from '../posts/access.service';
import { Discretion } from '../posts/discretion.service';
import { Holders, TRADES } from '../posts/holders.service';
import { Reminders } from '../reminders/reminders.service';
import type { Hazard } from './hazard.entity';
import { HazardHistory } from './hazard-history.service';
import { HazardStanding, hazardActor } from './hazard-standing.service';
import { HazardViews } from './hazard-views.service';
import { Hazards } from './hazards.service';

/** Everybody of the village's team and of the stations that may concern it; `fitsAsCompanion` says which of them. */
const COMPANIONS = `
  SELECT n.id AS personId, n.name, n.phone, p.id AS postId, p.title AS post, k.profile, k.line, p.unitId, t.areaCode,
         ${TRADES} AS trades
  FROM post p JOIN post_kind k ON k.\`key\` = p.kindKey
  JOIN tenure t ON t.postId = p.id AND t.supersededAt IS NULL AND t.startsOn <= ? AND (t.endsOn IS NULL OR t.endsOn > ?)
  JOIN person n ON n.id = t.personId
  WHERE t.areaCode IN (?, ?) AND k.profile IN ('village-team', 'station', 'member')
  ORDER BY n.name, p.id`;

/** `isOfResponsibleUnit` for everybody at once. */
const OF_UNIT = `
  SELECT t.personId FROM tenure t JOIN post p ON p.id = t.postId
  WHERE p.unitId = ? AND t.supersededAt IS NULL AND t.startsOn <= ? AND (t.endsOn IS NULL OR t.endsOn > ?)`;

type CompanionRow = ActorView &
  Pick<ActingPost, 'profile' | 'line' | 'unitId' | 'areaCode'> & { trades: string | null };

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
  @Inject() private readonly standing: HazardStanding;
  @Inject() private readonly views: HazardViews;
  @InjectDataSource() private readonly source: DataSource;

  /** What the asker may know of it: for heads of enterprises numbers as in 通讯录 (Discretion). @throws not_found */
  async of(actor: Actor, id: string): Promise<HazardDetail> {
    const hazard = await this.hazards.visibleOne(actor, id);
    const now = this.clock.now();
    const posts = await this.access.postsOf(actor.personId, now);
    const events = await this.history.of(id);
    const reminders = await this.reminders.of(id, posts);
    const facts = await this.standing.one(hazard, now);
    const steps = stepsOf(posts, facts, hazardActor(actor.personId, posts)).filter(
      ({ step }) => step !== 'reopen' || mayReopen(hazard.closedAt, now),
    );
    const recheck = steps.find((it) => it.step === 'verify');
    const photoIds = [...new Set([...hazard.photoIds, ...events.flatMap((event) => event.photoIds)])];
    return this.discretion.toldTo(posts, {
      ...(await this.views.one(hazard)),
      events,
      reminders,
      photos: this.links.of(photoIds),
      steps,
      companions: recheck ? await this.companions(recheck.postId, posts, hazard, facts, actor.personId) : [],
      mayRemind: await this.mayRemind(
        actor,
        posts,
        hazard,
        reminders.some((it) => it.date === dateOf(now)),
      ),
    });
  }

  /** Whom the asker may name beside the post that re-checks. */
  private async companions(
    recheckerId: string,
    posts: HeldPost[],
    hazard: Hazard,
    facts: HazardFacts,
    own: string,
  ): Promise<ActorView[]> {
    const today = dateOf(this.clock.now());
    const mine = posts.find((post) => post.id === recheckerId);
    if (!mine) return [];
    const rows = await this.source.query<CompanionRow[]>(COMPANIONS, [
      today,
      today,
      hazard.areaCode,
      hazard.townshipCode,
    ]);
    const unit = await this.source.query<{ personId: string }[]>(OF_UNIT, [hazard.responsibleUnitId, today, today]);
    const barred = new Set<string | null>([own, ...hazard.rectifierIds, ...unit.map((it) => it.personId)]);
    const companions: ActorView[] = [];
    for (const row of rows) {
      const { personId, name, phone, postId, post } = row;
      if (barred.has(personId)) continue;
      if (!fitsAsCompanion(rolesOf(mine, facts), rolesOf(actingPost(row), facts), hazard.ownership)) continue;
      companions.push({ personId, name, phone, postId, post });
      barred.add(personId);
    }
    return companions;
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

function actingPost(row: CompanionRow): ActingPost {
  const { postId, profile, line, unitId, areaCode, trades } = row;
  return { id: postId ?? '', profile, line, unitId, areaCode, trades: trades?.split(',') ?? [] };
}
