import { Inject, Injectable } from '@nestjs/common';
import type { HazardView, hazardStepInputs } from '@zerentian/shared/hazards/hazard.contract';
import { asksSafetyDeputy } from '@zerentian/shared/hazards/hazard.coordination';
import type { HazardActor, HazardFacts } from '@zerentian/shared/hazards/hazard.facts';
import { blockedBy, isOfResponsibleUnit } from '@zerentian/shared/hazards/hazard.guards';
import { holderOf } from '@zerentian/shared/hazards/hazard.holder';
import { hazardTransition } from '@zerentian/shared/hazards/hazard.lifecycle';
import { fitsAsCompanion } from '@zerentian/shared/hazards/hazard.recheck';
import { rolesOf } from '@zerentian/shared/hazards/hazard.roles';
import { titleOf } from '@zerentian/shared/hazards/hazard.title';
import { type HazardStep, hazardStepNames } from '@zerentian/shared/hazards/hazard.vocabulary';
import type { EntityManager } from 'typeorm';
import type * as z from 'zod/mini';
import { Ledger } from '../ledger/ledger.service';
import { Notices } from '../notices/notices.service';
import { PhotosService } from '../photos/photos.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { lockedOne } from '../platform/database/locked';
import { ProblemError } from '../platform/problem';
import { type Moment, momentOf, notBefore } from '../platform/writes/moment';
import { Writes } from '../platform/writes/writes.service';
import { Access, chosenPost, type HeldPost } from '../posts/access.service';
import { Holders } from '../posts/holders.service';
import { Hazard } from './hazard.entity';
import { factsOf } from './hazard.view';
import { firstOther } from './hazard-coordination';
import { HazardRegister, mustBeHeaded } from './hazard-register';
import { HazardStanding, hazardActor } from './hazard-standing.service';
import { type StepContext, type StepInput, stepChanges } from './hazard-step.changes';
import { HazardViews } from './hazard-views.service';

/** What the fields of all steps' inputs may be called here; each step's own contract has checked them. */
type AnyInput = Partial<UnionToIntersection<z.infer<(typeof hazardStepInputs)[HazardStep]>>>;
type UnionToIntersection<U> = (U extends unknown ? (it: U) => void : never) extends (it: infer I) => void ? I : never;

const RECHECKS: readonly HazardStep[] = ['verify', 'return'];

/** Every step after the report: one transition table decides, one transaction writes. */
@Injectable()
export class HazardSteps {
  @Inject() private readonly access: Access;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly holders: Holders;
  @Inject() private readonly ledger: Ledger;
  @Inject() private readonly notices: Notices;
  @Inject() private readonly photos: PhotosService;
  @Inject() private readonly register: HazardRegister;
  @Inject() private readonly standing: HazardStanding;
  @Inject() private readonly views: HazardViews;
  @Inject() private readonly writes: Writes;

  /**
   * Takes a step, or refuses: not the role's, not in this state, not by this person, not before the five fields, not so late. The answer is a
   * present view: it names whoever holds the matter today, also where the step happened earlier.
   */
  async take(actor: Actor, id: string, step: HazardStep, input: StepInput): Promise<HazardView> {
    const moment = momentOf(input, this.clock.now());
    return this.writes.once(actor, (tx) => this.takeWithin(tx, actor, id, step, input as AnyInput, moment));
  }

  /** The same inside a transaction that has begun. `asked` names the post that a request for coordination goes to. */
  async takeWithin(
    tx: EntityManager,
    actor: Actor,
    id: string,
    step: HazardStep,
    input: AnyInput,
    claimed: Moment,
    asked?: string,
  ): Promise<HazardView> {
    const hazard = await this.locked(tx, id);
    const moment = notBefore(claimed, await this.register.knownSince(tx, id, actor.personId));
    const facts = await this.standing.one(hazard, moment.occurredAt, tx);
    const posts = await this.access.postsOf(actor.personId, moment.occurredAt);
    const post = permit(hazardActor(actor.personId, posts), posts, facts, step, input.actingPostId);
    const companion = RECHECKS.includes(step) ? await this.companion(actor, hazard, facts, post, input, moment) : null;
    const askedPostId =
      step === 'request-coordination'
        ? await this.askedPost(tx, { personId: actor.personId, posts }, post, hazard, moment, asked)
        : null;
    const { next, changes } = await this.apply(tx, actor, post, hazard, facts, step, input, moment, askedPostId);
    await tx.update(Hazard, id, changes as never);
    const photos = await this.photos.attach(tx, actor, input.photoIds ?? [], { type: 'hazard', id }, hazard.areaCode);
    await this.ledger.record(tx, {
      areaCode: hazard.areaCode,
      act: `hazard-${step}`,
      subjectType: 'hazard',
      subjectId: id,
      personId: actor.personId,
      postId: post.id,
      moment,
      changes,
      facts: {
        from: hazard.state,
        to: next.state,
        text: input.text ?? null,
        need: input.need ?? null,
        companion,
        photos,
      },
    });
    if (next.holderPostId !== hazard.holderPostId) await this.tell(tx, next, step, post);
    return this.views.one(next, tx);
  }

  /** The row, held until the transaction ends. */
  async locked(tx: EntityManager, id: string): Promise<Hazard> {
    const hazard = await lockedOne(tx, Hazard, { id });
    if (!hazard) throw new ProblemError('not_found');
    return hazard;
  }

  /** Whoever goes along (fitsAsCompanion): another person than the actor, and none who ever rectified. For an enterprise somebody must. */
  private async companion(
    actor: Actor,
    hazard: Hazard,
    facts: HazardFacts,
    post: HeldPost,
    input: AnyInput,
    moment: Moment,
  ) {
    const personId = input.companionPersonId;
    if (personId === undefined && hazard.ownership === 'enterprise')
      throw ProblemError.at('recheck_needs_two', 'companionPersonId', '请选择同去复查的人');
    if (personId === undefined) return null;
    if (hazard.rectifierIds.includes(personId)) throw new ProblemError('same_person');
    if (personId === actor.personId)
      throw ProblemError.at('recheck_needs_two', 'companionPersonId', '同去的应是另一个人');
    const mine = rolesOf(post, facts);
    const posts = await this.access.postsOf(personId, moment.occurredAt);
    if (isOfResponsibleUnit(facts, hazardActor(personId, posts))) throw new ProblemError('own_unit');
    const theirs = posts.find((it) => fitsAsCompanion(mine, rolesOf(it, facts), hazard.ownership));
    if (!theirs)
      throw ProblemError.at('recheck_needs_two', 'companionPersonId', '同去的人应是安监站（行业站所）或该村的包村干部');
    return { personId, postId: theirs.id };
  }

  /** Whom a request for coordination goes to: `wanted`, or as hazard.coordination.ts says; the next one up where that is the asker. */
  private async askedPost(
    tx: EntityManager,
    asker: { personId: string; posts: HeldPost[] },
    post: HeldPost,
    hazard: Hazard,
    { occurredAt }: Moment,
    wanted?: string,
  ): Promise<string> {
    const { safetyDeputyId } = await this.register.posts(tx, hazard.areaCode, null);
    const first = wanted ?? (asksSafetyDeputy(post.profile) ? safetyDeputyId : null);
    const asked = await firstOther(tx, this.holders, first ?? post.id, asker, occurredAt);
    if (asked === null)
      throw new ProblemError('step_not_allowed', '您上面没有可以请求协调的上级，请直接部署或召集有关方面。');
    return asked;
  }

  private async apply(
    tx: EntityManager,
    actor: Actor,
    post: HeldPost,
    hazard: Hazard,
    facts: HazardFacts,
    step: HazardStep,
    input: AnyInput,
    moment: Moment,
    askedPostId: string | null,
  ) {
    const unit = input.responsibleUnitId
      ? await this.register.unit(tx, input.responsibleUnitId, 'responsibleUnitId')
      : null;
    const villageUnitId = unit ? await this.register.villageUnitId(tx, hazard.areaCode) : null;
    const before = await this.register.posts(tx, hazard.areaCode, unit?.id ?? hazard.responsibleUnitId);
    if (unit) mustBeHeaded(before, 'responsibleUnitId');
    const context: StepContext = {
      personId: actor.personId,
      postId: post.id,
      moment,
      unit,
      villageUnitId,
      askedPostId,
    };
    const own = (stepChanges[step] as (h: Hazard, i: unknown, c: StepContext) => Partial<Hazard>)(
      hazard,
      input,
      context,
    );
    const state = hazardTransition(hazard.state, step)?.to ?? hazard.state;
    const next: Hazard = { ...hazard, ...own, state, updatedAt: moment.receivedAt };
    next.holderPostId = holderOf({ ...facts, ...factsOf(next) }, before);
    if (next.holderPostId !== hazard.holderPostId) next.holderSince = next.holderPostId ? moment.occurredAt : null;
    const { holderPostId, holderSince, updatedAt } = next;
    return { next, changes: { ...own, state, holderPostId, holderSince, updatedAt } };
  }

  private async tell(tx: EntityManager, hazard: Hazard, step: HazardStep, post: HeldPost): Promise<void> {
    const words = `${post.title}${hazardStepNames[step]}：${titleOf(hazard)}`;
    await this.notices.send(
      tx,
      [hazard.holderPostId].filter((id) => id !== post.id),
      words,
      hazard.id,
      hazard.updatedAt,
    );
  }
}

/** The post in which the step is taken: of a role that may, in this state, by this person. */
function permit(
  judge: HazardActor,
  posts: HeldPost[],
  facts: HazardFacts,
  step: HazardStep,
  postId: string | undefined,
): HeldPost {
  const transition = hazardTransition(facts.state, step);
  const isAble = (post: HeldPost) => Boolean(transition?.by.some((role) => rolesOf(post, facts).has(role)));
  const isConcerned = (post: HeldPost) => rolesOf(post, facts).size > 0;
  const post = chosenPost(posts, postId, transition ? isAble : isConcerned);
  const blocked = transition ? blockedBy(step, facts, judge) : 'step_not_allowed';
  if (blocked) throw new ProblemError(blocked);
  return post;
}
