import { Inject, Injectable } from '@nestjs/common';
import type { HazardView, StepAnswer } from '@zerentian/shared/hazards/hazard.contract';
import { holderDueOn } from '@zerentian/shared/hazards/hazard.deadline';
import type { HazardActor, HazardFacts } from '@zerentian/shared/hazards/hazard.facts';
import { blockedBy } from '@zerentian/shared/hazards/hazard.guards';
import { holderOf } from '@zerentian/shared/hazards/hazard.holder';
import { hazardTransition } from '@zerentian/shared/hazards/hazard.lifecycle';
import { rolesOf } from '@zerentian/shared/hazards/hazard.roles';
import type { HazardStep } from '@zerentian/shared/hazards/hazard.vocabulary';
import type { EntityManager } from 'typeorm';
import { Ledger } from '../ledger/ledger.service';
import { PhotosService } from '../photos/photos.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { lockedOne } from '../platform/database/locked';
import { ProblemError } from '../platform/problem';
import { type Moment, momentOf, notBefore } from '../platform/writes/moment';
import { Writes } from '../platform/writes/writes.service';
import { Access, chosenPost, type HeldPost } from '../posts/access.service';
import { Hazard } from './hazard.entity';
import { factsOf } from './hazard.view';
import { checkPaperDate } from './hazard-dates';
import { HazardLateSteps } from './hazard-late-steps.service';
import { HazardRechecks } from './hazard-recheck.service';
import { HazardRegister } from './hazard-register';
import { HazardStanding, hazardActor } from './hazard-standing.service';
import { stepChanges } from './hazard-step.changes';
import type { AnyInput, Changes, StepContext, StepInput } from './hazard-step.context';
import { HazardStepContexts } from './hazard-step-contexts.service';
import { HazardStepNotices, type TakenStep } from './hazard-step-notices.service';
import { HazardViews } from './hazard-views.service';

const RECHECKS: readonly HazardStep[] = ['verify', 'return'];

/** A step that may be taken, before anything is written. */
interface Decided extends TakenStep {
  moment: Moment;
  changes: Changes;
  companion: { personId: string; postId: string } | null;
}

/** Every step after the report: one transition table decides, one transaction writes. */
@Injectable()
export class HazardSteps {
  @Inject() private readonly access: Access;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly contexts: HazardStepContexts;
  @Inject() private readonly late: HazardLateSteps;
  @Inject() private readonly ledger: Ledger;
  @Inject() private readonly notices: HazardStepNotices;
  @Inject() private readonly photos: PhotosService;
  @Inject() private readonly rechecks: HazardRechecks;
  @Inject() private readonly register: HazardRegister;
  @Inject() private readonly standing: HazardStanding;
  @Inject() private readonly views: HazardViews;
  @Inject() private readonly writes: Writes;

  /**
   * Takes a step, or refuses: not the role's, not in this state, not by this person, not before the county or the plan, not so late. The
   * answer is a present view: it names whoever holds the matter today, also where the step happened earlier. With `ifLate: 'keep'` what can
   * not be done any more is kept as a note (HazardLateSteps).
   */
  async take(actor: Actor, id: string, step: HazardStep, input: StepInput): Promise<StepAnswer> {
    const moment = momentOf(input, this.clock.now());
    return this.writes.once(actor, async (tx) => {
      const hazard = await this.locked(tx, id);
      const wanted = input as AnyInput;
      const decided = await this.decide(tx, actor, hazard, step, wanted, moment).catch((error: unknown) => {
        if (wanted.ifLate === 'keep' && error instanceof ProblemError) return error;
        throw error;
      });
      if (decided instanceof ProblemError) return this.late.keep(tx, actor, hazard, step, wanted, moment, decided);
      return { ...(await this.carryOut(tx, actor, wanted, decided)), kept: null };
    });
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
    return this.carryOut(tx, actor, input, await this.decide(tx, actor, hazard, step, input, claimed, asked));
  }

  /** The row, held until the transaction ends. */
  async locked(tx: EntityManager, id: string): Promise<Hazard> {
    const hazard = await lockedOne(tx, Hazard, { id });
    if (!hazard) throw new ProblemError('not_found');
    return hazard;
  }

  private async carryOut(tx: EntityManager, actor: Actor, input: AnyInput, decided: Decided): Promise<HazardView> {
    await this.write(tx, actor, input, decided);
    await this.notices.tell(tx, decided);
    return this.views.one(decided.next, tx);
  }

  private async decide(
    tx: EntityManager,
    actor: Actor,
    hazard: Hazard,
    step: HazardStep,
    input: AnyInput,
    claimed: Moment,
    asked?: string,
  ): Promise<Decided> {
    const { personId } = actor;
    const moment = notBefore(claimed, await this.register.knownSince(tx, hazard.id, personId));
    const { occurredAt } = moment;
    const facts = await this.standing.one(hazard, occurredAt, tx);
    const posts = await this.access.postsOf(personId, occurredAt);
    const post = permit(hazardActor(personId, posts), posts, facts, step, input.actingPostId);
    const companion = RECHECKS.includes(step)
      ? await this.rechecks.companion({ personId, post }, input.companionPersonId, hazard, facts, occurredAt)
      : null;
    const author = { personId, posts, post };
    const { context, holders } = await this.contexts.of(tx, author, hazard, step, input, moment, asked);
    const { next, changes } = outcome(hazard, facts, step, input, context, holders);
    return { step, post, before: hazard, next, context, holders, moment, changes, companion };
  }

  private async write(tx: EntityManager, actor: Actor, input: AnyInput, decided: Decided): Promise<void> {
    const { before, next, changes, step, post, moment, companion } = decided;
    const { id, areaCode } = before;
    await tx.update(Hazard, id, changes as never);
    const photos = await this.photos.attach(tx, actor, input.photoIds ?? [], { type: 'hazard', id }, areaCode);
    const said = { text: input.text ?? null, need: input.need ?? null, ...saidBy(input, decided) };
    await this.ledger.record(tx, {
      areaCode,
      act: `hazard-${step}`,
      subjectType: 'hazard',
      subjectId: id,
      personId: actor.personId,
      postId: post.id,
      moment,
      changes,
      facts: { from: before.state, to: next.state, ...said, companion, photos },
    });
    if (decided.context.into) await this.noteMerged(tx, actor, decided, decided.context.into);
  }

  /** 并案 in the history of the hazard that goes on, and of what was merged into this one before: that goes along, so that nobody loses the trail. */
  private async noteMerged(
    tx: EntityManager,
    actor: Actor,
    { before, post, moment }: Decided,
    into: Hazard,
  ): Promise<void> {
    const note = async (hazard: Hazard, facts: Record<string, unknown>, carried: Changes = {}) => {
      const changes = { ...carried, updatedAt: moment.receivedAt };
      await tx.update(Hazard, hazard.id, changes as never);
      await this.ledger.record(tx, {
        areaCode: hazard.areaCode,
        act: 'hazard-note',
        subjectType: 'hazard',
        subjectId: hazard.id,
        personId: actor.personId,
        postId: post.id,
        moment,
        changes,
        facts,
      });
    };
    await note(into, { text: `${before.number} 并入本案，原上报人和经过都保留`, mergedId: before.id });
    const carried = { mergedIntoId: into.id };
    for (const earlier of await tx.findBy(Hazard, { mergedIntoId: before.id }))
      await note(earlier, { text: `${before.number} 又并入 ${into.number}，本案随之并入` }, carried);
  }
}

/** The row after the step, and what the step set. */
function outcome(
  hazard: Hazard,
  facts: HazardFacts,
  step: HazardStep,
  input: AnyInput,
  context: StepContext,
  holders: TakenStep['holders'],
): { next: Hazard; changes: Changes } {
  checkPaperDate(input.paperDate, context.moment);
  const own = (stepChanges[step] as (h: Hazard, i: unknown, c: StepContext) => Changes)(hazard, input, context);
  const state = hazardTransition(hazard.state, step)?.to ?? hazard.state;
  const next: Hazard = { ...hazard, ...own, state, updatedAt: context.moment.receivedAt };
  next.holderPostId = holderOf({ ...facts, ...factsOf(next) }, holders);
  if (next.holderPostId !== hazard.holderPostId)
    next.holderSince = next.holderPostId ? context.moment.occurredAt : null;
  next.holderDueOn = dueOnAfter(hazard, next, facts, context);
  const { holderPostId, holderSince, holderDueOn: due, updatedAt } = next;
  return { next, changes: { ...own, state, holderPostId, holderSince, holderDueOn: due, updatedAt } };
}

/** A date of the holder's own stands until the holder, the state or the unit's deadline is another; it counts from when that arrived. */
function dueOnAfter(before: Hazard, next: Hazard, facts: HazardFacts, { moment, rules }: StepContext): string | null {
  const isSame = (['holderPostId', 'state', 'deadline'] as const).every((column) => before[column] === next[column]);
  return isSame
    ? before.holderDueOn
    : holderDueOn({ ...facts, ...factsOf(next) }, next.deadline, moment.receivedAt, rules);
}

/** What some steps say beside the columns that they set, for the history. */
function saidBy(input: AnyInput, { context }: Decided): Record<string, unknown> {
  const said = {
    measures: input.measures,
    until: input.until,
    countyNumber: input.countyNumber,
    paperDate: input.paperDate,
    purpose: input.purpose,
    clause: input.clause,
    body: input.to,
    place: input.place,
    mergedInto: context.into?.number,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
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
