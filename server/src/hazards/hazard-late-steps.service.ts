import { Inject, Injectable } from '@nestjs/common';
import type { StepAnswer } from '@zerentian/shared/hazards/hazard.contract';
import type { HazardFacts } from '@zerentian/shared/hazards/hazard.facts';
import { allowedSteps } from '@zerentian/shared/hazards/hazard.lifecycle';
import { type HazardStep, hazardStateNames, hazardStepNames } from '@zerentian/shared/hazards/hazard.vocabulary';
import { PROBLEMS, type ProblemCode } from '@zerentian/shared/problem';
import type { EntityManager } from 'typeorm';
import { Ledger } from '../ledger/ledger.service';
import { LedgerHistory } from '../ledger/ledger-history.service';
import { Notices } from '../notices/notices.service';
import { PhotosService } from '../photos/photos.service';
import type { Actor } from '../platform/auth/actor';
import type { ProblemError } from '../platform/problem';
import type { Moment } from '../platform/writes/moment';
import { Access, type HeldPost, sees } from '../posts/access.service';
import { Hazard } from './hazard.entity';
import { factsOf } from './hazard.view';
import { HazardStanding, hazardActor } from './hazard-standing.service';
import type { AnyInput } from './hazard-step.context';
import { HazardViews } from './hazard-views.service';

/** What an act, being text, holds as text. */
const INSTANTS = ['holderSince', 'countyDueAt', 'spotCheckedAt', 'occurredAt', 'receivedAt', 'updatedAt', 'closedAt'];

/** Refusals because the matter or the author's post is not what it was: what was done meanwhile is no reason to lose the words. */
const KEPT: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'step_not_allowed',
  'forbidden',
  'post_not_held',
  'outside_scope',
  'same_person',
  'own_unit',
  'county_first',
  'county_decides',
  'major_not_judged',
  'plan_missing',
]);

/**
 * A step that came too late to be taken: its words and photos stay as a note in the history, and nothing else changes. What was never open to
 * its author, or is open still and fails for what it says, did not come too late: it is refused, and stays with its author to be put right.
 */
@Injectable()
export class HazardLateSteps {
  @Inject() private readonly access: Access;
  @Inject() private readonly history: LedgerHistory;
  @Inject() private readonly ledger: Ledger;
  @Inject() private readonly notices: Notices;
  @Inject() private readonly photos: PhotosService;
  @Inject() private readonly standing: HazardStanding;
  @Inject() private readonly views: HazardViews;

  /** @throws `refusal` itself, where the step did not come too late */
  async keep(
    tx: EntityManager,
    actor: Actor,
    hazard: Hazard,
    step: HazardStep,
    input: AnyInput,
    moment: Moment,
    refusal: ProblemError,
  ): Promise<StepAnswer> {
    const post = KEPT.has(refusal.code) ? await this.onceOpen(tx, actor, hazard, step, input, moment) : null;
    if (!post) throw refusal;
    const next: Hazard = { ...hazard, updatedAt: moment.receivedAt };
    await tx.update(Hazard, hazard.id, { updatedAt: next.updatedAt });
    const subject = { type: 'hazard', id: hazard.id };
    const photos = await this.photos.attach(tx, actor, input.photoIds ?? [], subject, hazard.areaCode);
    await this.ledger.record(tx, {
      areaCode: hazard.areaCode,
      act: 'hazard-note',
      subjectType: 'hazard',
      subjectId: hazard.id,
      personId: actor.personId,
      postId: post.id,
      moment,
      changes: { updatedAt: next.updatedAt },
      facts: { wanted: step, why: refusal.code, text: input.text ?? null, photos },
    });
    const words = `${post.title}迟到的“${hazardStepNames[step]}”没有办成，内容已记入经过：${hazard.number}`;
    await this.notices.send(
      tx,
      [hazard.holderPostId].filter((id) => id !== post.id),
      words,
      hazard.id,
      next.updatedAt,
    );
    const isSeen = await this.isSeen(actor, hazard, moment);
    const shown = isSeen ? next : await this.asOf(tx, hazard, claimedAt(input, hazard, moment));
    return {
      ...(await this.views.one(shown, tx)),
      kept: { code: refusal.code, words: keptWords(step, hazard, refusal) },
    };
  }

  /** The post in which the step was open to its author, on that day, before matter and posts became what they are; null if it is open still. */
  private async onceOpen(
    tx: EntityManager,
    actor: Actor,
    hazard: Hazard,
    step: HazardStep,
    input: AnyInput,
    moment: Moment,
  ): Promise<HeldPost | null> {
    const { personId } = actor;
    const at = claimedAt(input, hazard, moment);
    const now = await this.standing.one(hazard, at, tx);
    const isOpen = (posts: HeldPost[], post: HeldPost, facts: HazardFacts) =>
      allowedSteps(post, facts, hazardActor(personId, posts)).includes(step);
    const isMeant = ({ id }: HeldPost) => input.actingPostId === undefined || id === input.actingPostId;
    const held = await this.access.postsOf(personId, moment.receivedAt);
    if (held.some((post) => isMeant(post) && isOpen(held, post, now))) return null;
    const before = (await this.versions(tx, hazard)).map((version) => ({ ...now, ...factsOf(version) }));
    const then = await this.access.postsOf(personId, at);
    return then.find((post) => isMeant(post) && before.some((facts) => isOpen(then, post, facts))) ?? null;
  }

  /** Whoever has left the post hears of the matter what they knew: it is not theirs to follow any more. */
  private async isSeen(actor: Actor, hazard: Hazard, { receivedAt }: Moment): Promise<boolean> {
    const { areaCode, trade, unitId, responsibleUnitId, reporterPersonId } = hazard;
    const visible = await this.access.visible(actor, receivedAt);
    const unitIds = [unitId, responsibleUnitId];
    return reporterPersonId === actor.personId || sees(visible, { areaCode, trade, unitIds });
  }

  /** The row as the acts up to an instant left it. */
  private async asOf(tx: EntityManager, hazard: Hazard, at: Date): Promise<Hazard> {
    const acts = (await this.history.of('hazard', hazard.id, tx)).filter((act) => act.occurredAt <= at);
    const row: Record<string, unknown> = Object.assign({}, hazard, ...acts.map((act) => act.content?.changes));
    for (const column of INSTANTS) if (typeof row[column] === 'string') row[column] = new Date(row[column]);
    return row as unknown as Hazard;
  }

  /** The row as each act left it. */
  private async versions(tx: EntityManager, hazard: Hazard): Promise<Hazard[]> {
    let row = hazard;
    return (await this.history.of('hazard', hazard.id, tx)).map((act) => {
      row = { ...row, ...act.content?.changes };
      return row;
    });
  }
}

/** The day that the phone claims, also one too long ago for a step to count from it; never before the report, never in the future. */
function claimedAt(input: AnyInput, hazard: Hazard, moment: Moment): Date {
  if (input.occurredAt === undefined) return moment.occurredAt;
  const claimed = Date.parse(input.occurredAt) + (input.clockOffset ?? 0);
  return new Date(Math.min(Math.max(claimed, hazard.occurredAt.getTime()), moment.receivedAt.getTime()));
}

function keptWords(step: HazardStep, hazard: Hazard, refusal: ProblemError): string {
  const why = PROBLEMS[refusal.code].title;
  return (
    `“${hazardStepNames[step]}”没有办成：${why}，这条隐患现在是“${hazardStateNames[hazard.state]}”。` +
    '您写的内容和照片已作为补充说明记入它的经过，没有丢失。'
  );
}
