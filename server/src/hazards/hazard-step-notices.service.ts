import { Inject, Injectable } from '@nestjs/common';
import type { HolderPosts } from '@zerentian/shared/hazards/hazard.holder';
import { titleOf } from '@zerentian/shared/hazards/hazard.title';
import { endStates, type HazardStep, hazardStepNames } from '@zerentian/shared/hazards/hazard.vocabulary';
import { type EntityManager } from 'typeorm';
import { Notices } from '../notices/notices.service';
import type { HeldPost } from '../posts/access.service';
import { Hazard } from './hazard.entity';
import type { StepContext } from './hazard-step.context';

/** A step that was taken: the row before and after, and whom it may concern. */
export interface TakenStep {
  step: HazardStep;
  post: HeldPost;
  before: Hazard;
  next: Hazard;
  context: StepContext;
  holders: HolderPosts;
}

type Receivers = (taken: TakenStep) => (string | null)[];

/** Who learns of a step beside whoever the matter comes to by it. */
const TOLD: Partial<Record<HazardStep, Receivers>> = {
  reject: ({ next }) => [next.reporterPostId],
  merge: ({ next, context }) => [next.reporterPostId, context.into?.reporterPostId ?? null],
  'take-first-measures': ({ holders }) => [holders.safetyStationId],
  'report-to-county': ({ holders }) => [holders.responsibleHeadId, holders.safetyStationId, holders.safetyDeputyId],
  'record-judgement': ({ holders }) => [holders.responsibleHeadId, holders.safetyDeputyId],
  'record-listing': ({ next, holders }) => [next.leaderPostId, holders.safetyDeputyId],
  'record-write-off': ({ next, holders }) => [holders.responsibleHeadId, next.leaderPostId, next.reporterPostId],
  'submit-plan': ({ next, holders }) => [next.assignerPostId, next.leaderPostId, holders.safetyStationId],
  'follow-up': ({ next }) => [next.holderPostId],
  watch: ({ next }) => [next.leaderPostId, next.holderPostId],
  unwatch: ({ before }) => [before.leaderPostId],
};

/** What a step tells whom, in its own transaction. */
@Injectable()
export class HazardStepNotices {
  @Inject() private readonly notices: Notices;

  async tell(tx: EntityManager, taken: TakenStep): Promise<void> {
    const { step, post, before, next } = taken;
    const moved = next.holderPostId === before.holderPostId ? [] : [next.holderPostId];
    const receivers = [...moved, ...(TOLD[step]?.(taken) ?? [])].filter((id) => id !== post.id);
    const words = `${post.title}${hazardStepNames[step]}：${titleOf(next)}`;
    await this.notices.send(tx, receivers, words, next.id, next.updatedAt);
    if ((endStates as readonly string[]).includes(next.state) && next.state !== 'merged')
      await this.tellMerged(tx, next);
  }

  /** Whoever reported what went on as this one learns how it ended. */
  private async tellMerged(tx: EntityManager, ended: Hazard): Promise<void> {
    for (const it of await tx.findBy(Hazard, { mergedIntoId: ended.id })) {
      const words = `您上报的隐患已并入 ${ended.number}，该案${hazardEnd(ended)}：${titleOf(it)}`;
      await this.notices.send(tx, [it.reporterPostId], words, it.id, ended.updatedAt);
    }
  }
}

function hazardEnd({ state }: Hazard): string {
  return state === 'closed' ? '已销号' : '不予受理';
}
