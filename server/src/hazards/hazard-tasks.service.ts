import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { daysPast } from '@zerentian/shared/hazards/hazard.deadline';
import type { HazardFacts } from '@zerentian/shared/hazards/hazard.facts';
import { nextStepOf } from '@zerentian/shared/hazards/hazard.next';
import { isSafetyStation, rolesOf } from '@zerentian/shared/hazards/hazard.roles';
import { titleOf } from '@zerentian/shared/hazards/hazard.title';
import { type HazardStep, hazardStepNames, openStates } from '@zerentian/shared/hazards/hazard.vocabulary';
import { DataSource, In, IsNull } from 'typeorm';
import { Clock } from '../platform/clock';
import type { HeldPost } from '../posts/access.service';
import type { StandIn } from '../posts/stand-ins.service';
import { Hazard } from './hazard.entity';
import { stepsOf } from './hazard-detail.service';
import { HazardStandIns } from './hazard-stand-ins.service';
import { HazardStanding, hazardActor } from './hazard-standing.service';
import { HazardTransfers, type SuggestedTransfer } from './hazard-transfers.service';

/** A hazard as a thing to do, for one of the asker's posts. */
export interface HazardTask {
  id: string;
  post: HeldPost;
  /** 岗位空缺: the title of the vacant post that holds it and for which `post` answers. */
  vacantPost: string | null;
  title: string;
  spot: string | null;
  isRecheck: boolean;
  /** Why it is one's own although the unit has it: it was suggested to hand it over to the county. */
  transfer: boolean;
  /** The next step's words; null where another must act first. */
  step: string | null;
  since: string | null;
  dueOn: string | null;
  overdueDays: number;
}

/** More than anybody gets through; a bound on what one answer costs. */
const SHOWN = 500;

/** What somebody may look at although another holds it. */
const LOOKS: readonly HazardStep[] = ['verify', 'spot-check'];

/** What lies with a person's posts, or with a vacant one below them, and what they may re-check although another holds it. */
@Injectable()
export class HazardTasks {
  @Inject() private readonly clock: Clock;
  @Inject() private readonly standing: HazardStanding;
  @Inject() private readonly transfers: HazardTransfers;
  @Inject() private readonly vacant: HazardStandIns;
  @InjectDataSource() private readonly source: DataSource;

  /** The vacant posts whose hazards lie with one of these as the superior, by id. */
  standIns(posts: HeldPost[]): Promise<Map<string, StandIn>> {
    return this.vacant.of(posts, this.clock.now());
  }

  /** The longest overdue first, then what was suggested to hand over, then the rest by when it is due. */
  async of(personId: string, posts: HeldPost[], standIns: Map<string, StandIn>): Promise<HazardTask[]> {
    const holding = [...posts.map((post) => post.id), ...standIns.keys()];
    const held = { holderPostId: In(holding), state: In(openStates) };
    const mine = await this.source.manager.find(Hazard, {
      where: held,
      order: { holderDueOn: 'ASC', holderSince: 'ASC' },
      take: SHOWN,
    });
    const known = new Set(mine.map((hazard) => hazard.id));
    const waiting = [...(await this.submittedFor(posts)), ...(await this.toSampleFor(posts))];
    const others = waiting.filter((hazard) => !known.has(hazard.id));
    const suggested = await this.transfers.of(holding);
    const factsOf = await this.standing.many(
      [...mine, ...others, ...suggested.map(({ hazard }) => hazard)],
      this.clock.now(),
    );
    const open = (hazard: Hazard) =>
      stepsOf(posts, factsOf(hazard), hazardActor(personId, posts)).map(({ step }) => step);
    const rechecks = others.filter((hazard) => open(hazard).some((step) => LOOKS.includes(step)));
    const tasks = [...mine, ...rechecks].map((hazard) =>
      this.task(posts, hazard, factsOf(hazard), open(hazard), standIns),
    );
    const toHandOver = suggested
      .filter(({ hazard }) => open(hazard).includes('report-to-county'))
      .map((it) => this.handOver(posts, it, open(it.hazard), standIns));
    const sorted = tasks.toSorted((a, b) => b.overdueDays - a.overdueDays);
    const late = sorted.filter((task) => task.overdueDays > 0);
    return [...late, ...toHandOver, ...sorted.slice(late.length)];
  }

  /** The short title of each of the hazards, by id. */
  async titles(ids: string[]): Promise<Map<string, string>> {
    const rows = ids.length === 0 ? [] : await this.source.manager.findBy(Hazard, { id: In(ids) });
    return new Map(rows.map((hazard) => [hazard.id, titleOf(hazard)]));
  }

  private task(
    posts: HeldPost[],
    hazard: Hazard,
    facts: HazardFacts,
    open: HazardStep[],
    standIns: Map<string, StandIn>,
  ): HazardTask {
    const standIn = standIns.get(hazard.holderPostId ?? '');
    const holding = posts.find((post) => post.id === hazard.holderPostId) ?? standIn?.post;
    const next = nextStepOf(open, { ...hazard, isMeasured: false, transferSuggested: false });
    return {
      id: hazard.id,
      post: holding ?? (posts.find((post) => rolesOf(post, facts).size > 0) as HeldPost),
      vacantPost: standIn?.vacantPost ?? null,
      title: titleOf(hazard),
      spot: hazard.spot,
      isRecheck: hazard.state === 'submitted',
      transfer: false,
      step: next ? hazardStepNames[next] : null,
      since: hazard.holderSince?.toISOString() ?? null,
      dueOn: hazard.holderDueOn,
      overdueDays: daysPast(hazard.holderDueOn, this.clock.now()),
    };
  }

  /** What is late is the unit's: here it counts from when the suggestion was made, and is never late itself. */
  private handOver(
    posts: HeldPost[],
    { hazard, toPostId, toldAt }: SuggestedTransfer,
    open: HazardStep[],
    standIns: Map<string, StandIn>,
  ): HazardTask {
    const standIn = standIns.get(toPostId);
    const next = nextStepOf(open, { ...hazard, isMeasured: false, transferSuggested: true });
    return {
      id: hazard.id,
      post: posts.find((post) => post.id === toPostId) ?? (standIn?.post as HeldPost),
      vacantPost: standIn?.vacantPost ?? null,
      title: titleOf(hazard),
      spot: hazard.spot,
      isRecheck: false,
      transfer: true,
      step: next ? hazardStepNames[next] : null,
      since: toldAt.toISOString(),
      dueOn: null,
      overdueDays: 0,
    };
  }

  private async submittedFor(posts: HeldPost[]): Promise<Hazard[]> {
    const areas = posts
      .filter((post) => post.profile === 'station' || post.profile === 'village-team')
      .map((post) => post.areaCode);
    if (areas.length === 0) return [];
    const select = this.source.manager.createQueryBuilder(Hazard, 'h').where("h.state = 'submitted'");
    select.andWhere('(h.areaCode IN (:...areas) OR h.townshipCode IN (:...areas))', { areas });
    return select.orderBy('h.updatedAt', 'ASC').limit(SHOWN).getMany();
  }

  /** 抽查: what was drawn and nobody has looked at; for 安监站 alone. */
  private async toSampleFor(posts: HeldPost[]): Promise<Hazard[]> {
    const areas = posts.filter(isSafetyStation).map((post) => post.areaCode);
    if (areas.length === 0) return [];
    const where = { townshipCode: In(areas), sampled: true, spotCheckedAt: IsNull(), state: 'closed' as const };
    return this.source.manager.find(Hazard, { where, order: { closedAt: 'ASC' }, take: SHOWN });
  }
}
