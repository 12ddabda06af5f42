import { Inject, Injectable } from '@nestjs/common';
import { dateOf } from '@zerentian/shared/calendar';
import {
  type CampaignStepInput,
  type CampaignView,
  campaignKindNames,
  type PlanCampaign,
} from '@zerentian/shared/campaigns/campaign.contract';
import {
  type CampaignStep,
  campaignStepNames,
  campaignStepsFor,
  campaignTransition,
  mayPlan,
} from '@zerentian/shared/campaigns/campaign.lifecycle';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Ledger } from '../ledger/ledger.service';
import { Notices } from '../notices/notices.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { isDuplicate } from '../platform/database/database-errors';
import { insertRows } from '../platform/database/insert-rows';
import { lockedOne } from '../platform/database/locked';
import { ProblemError } from '../platform/problem';
import { type Moment, momentOf } from '../platform/writes/moment';
import { Writes } from '../platform/writes/writes.service';
import { Access, chosenPost, type HeldPost } from '../posts/access.service';
import { Campaign } from './campaign.entity';
import { addedUnits, planOf } from './campaign-plan';
import { CampaignRegister } from './campaign-register';
import { CampaignViews } from './campaign-views.service';

type AnyInput = CampaignStepInput<CampaignStep>;

/** 专项行动: planned, amended, started and finished, each with its entry in the ledger. */
@Injectable()
export class CampaignSteps {
  @Inject() private readonly access: Access;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly ledger: Ledger;
  @Inject() private readonly notices: Notices;
  @Inject() private readonly register: CampaignRegister;
  @Inject() private readonly views: CampaignViews;
  @Inject() private readonly writes: Writes;

  /** @throws forbidden, unknown_unit, outside_scope, unknown_reference, trade_unknown, id_taken */
  async plan(actor: Actor, input: PlanCampaign): Promise<CampaignView> {
    const moment = momentOf(input, this.clock.now());
    return this.writes.once(actor, async (tx) => {
      const at = { postId: input.actingPostId, at: moment.occurredAt };
      const post = await this.access.actIn(actor, at, mayPlan);
      await this.register.checkPlan(tx, post.areaCode, input);
      await this.register.checkUnits(tx, input.unitIds, post);
      const row = await this.build(tx, actor, post, input, moment);
      try {
        await insertRows(tx, 'campaign', [row]);
      } catch (error) {
        throw isDuplicate(error) ? new ProblemError('id_taken') : error;
      }
      await this.enter(tx, actor, post, row, 'plan', moment, { ...row });
      await this.tell(tx, row, post, '制定了方案', moment);
      return this.views.one(row, tx);
    });
  }

  /** @throws not_found, forbidden, step_not_allowed, and what `plan` throws of its parts */
  async take(actor: Actor, id: string, step: CampaignStep, input: AnyInput): Promise<CampaignView> {
    const moment = momentOf(input, this.clock.now());
    return this.writes.once(actor, async (tx) => {
      const row = await lockedOne(tx, Campaign, { id });
      const held = await this.access.postsOf(actor.personId, moment.occurredAt);
      if (!row || !held.some((post) => near(post, row))) throw new ProblemError('not_found');
      const post = postFor(held, input.actingPostId, row, step);
      const changes = await this.changes(tx, post, row, step, input, moment);
      const next = { ...row, ...changes };
      await tx.update(Campaign, id, changes as never);
      await this.enter(tx, actor, post, next, step, moment, changes);
      if (step === 'start') await this.tell(tx, next, post, campaignStepNames[step], moment);
      return this.views.one(next, tx);
    });
  }

  private async changes(
    tx: EntityManager,
    post: HeldPost,
    row: Campaign,
    step: CampaignStep,
    input: AnyInput,
    { receivedAt: updatedAt, occurredAt }: Moment,
  ): Promise<Partial<Campaign>> {
    const state = campaignTransition(row.state, step)?.to;
    const stated = { ...(state ? { state } : {}), updatedAt };
    if (step === 'finish')
      return { ...stated, report: (input as CampaignStepInput<'finish'>).report, finishedAt: occurredAt };
    if (step === 'start') return stated;
    const { unitIds } = input as CampaignStepInput<'add-units'>;
    await this.register.checkUnits(tx, unitIds, post);
    if (step === 'add-units') return { ...stated, unitIds: addedUnits(row.unitIds, unitIds) };
    const plan = input as CampaignStepInput<'amend'>;
    await this.register.checkPlan(tx, row.townshipCode, plan);
    return { ...stated, ...planOf(plan, row.responsiblePostId) };
  }

  private async build(tx: EntityManager, actor: Actor, post: HeldPost, input: PlanCampaign, moment: Moment) {
    const townshipCode = post.areaCode;
    const year = Number(dateOf(moment.receivedAt).slice(0, 4));
    const number = await this.writes.nextNumber(tx, townshipCode, 'campaign', year);
    return {
      id: input.id ?? uuidv7(),
      number: `${townshipCode}-专-${year}-${String(number).padStart(4, '0')}`,
      townshipCode,
      state: 'planned',
      ...planOf(input, post.id),
      report: null,
      authorPersonId: actor.personId,
      authorPostId: post.id,
      finishedAt: null,
      occurredAt: moment.occurredAt,
      receivedAt: moment.receivedAt,
      updatedAt: moment.receivedAt,
    } satisfies Campaign;
  }

  private async enter(
    tx: EntityManager,
    actor: Actor,
    post: HeldPost,
    row: Campaign,
    act: string,
    moment: Moment,
    changes: object,
  ): Promise<void> {
    await this.ledger.record(tx, {
      areaCode: row.townshipCode,
      act: `campaign-${act}`,
      subjectType: 'campaign',
      subjectId: row.id,
      personId: actor.personId,
      postId: post.id,
      moment,
      changes: { ...changes },
    });
  }

  private async tell(tx: EntityManager, row: Campaign, post: HeldPost, verb: string, { receivedAt }: Moment) {
    const words = `${post.title}${verb}：${row.title}（${campaignKindNames[row.kind]}），由您的岗位负责`;
    const receivers = [row.responsiblePostId].filter((id) => id !== post.id);
    await this.notices.send(tx, receivers, words, null, receivedAt);
  }
}

function near(post: HeldPost, row: Campaign): boolean {
  return post.areaCode.startsWith(row.townshipCode) || row.townshipCode.startsWith(post.areaCode);
}

/** The post that takes the step: of those that ever could, one that can now. */
function postFor(held: HeldPost[], postId: string | undefined, row: Campaign, step: CampaignStep): HeldPost {
  const ever = (post: HeldPost) =>
    (['planned', 'running'] as const).some((state) => campaignStepsFor(post, { ...row, state }).includes(step));
  const post = chosenPost(held, postId, ever);
  if (!campaignStepsFor(post, row).includes(step)) throw new ProblemError('step_not_allowed');
  return post;
}
