import { Inject, Injectable } from '@nestjs/common';
import { asksSafetyDeputy } from '@zerentian/shared/hazards/hazard.coordination';
import type { HolderPosts } from '@zerentian/shared/hazards/hazard.holder';
import type { HazardStep } from '@zerentian/shared/hazards/hazard.vocabulary';
import type { EntityManager } from 'typeorm';
import { lockedOne } from '../platform/database/locked';
import { ProblemError } from '../platform/problem';
import type { Moment } from '../platform/writes/moment';
import { type HeldPost, sees, visibleThrough } from '../posts/access.service';
import { Holders } from '../posts/holders.service';
import { RulesService } from '../rules/rules.service';
import { Hazard } from './hazard.entity';
import { firstOther } from './hazard-coordination';
import { HazardRegister, mustBeHeaded } from './hazard-register';
import type { AnyInput, StepContext } from './hazard-step.context';

/** Who takes a step: the person with all their posts, in one of them. */
export interface StepAuthor {
  personId: string;
  posts: HeldPost[];
  post: HeldPost;
}

/** What a step looks up in the register before it changes anything. */
@Injectable()
export class HazardStepContexts {
  @Inject() private readonly holders: Holders;
  @Inject() private readonly register: HazardRegister;
  @Inject() private readonly rules: RulesService;

  /** The step's context, and the posts between which the matter moves. `asked` names the post that a request for coordination goes to. */
  async of(
    tx: EntityManager,
    author: StepAuthor,
    hazard: Hazard,
    step: HazardStep,
    input: AnyInput,
    moment: Moment,
    asked?: string,
  ): Promise<{ context: StepContext; holders: HolderPosts }> {
    const { responsibleUnitId, leaderPostId } = input;
    const unit = responsibleUnitId ? await this.register.unit(tx, responsibleUnitId, 'responsibleUnitId') : null;
    const holders = await this.register.posts(tx, hazard.areaCode, unit?.id ?? hazard.responsibleUnitId);
    if (unit) mustBeHeaded(holders, 'responsibleUnitId');
    if (leaderPostId) await this.register.leaderPost(tx, leaderPostId, hazard.townshipCode);
    const context = {
      personId: author.personId,
      postId: author.post.id,
      moment,
      rules: this.rules.current,
      unit,
      villageUnitId: unit ? await this.register.villageUnitId(tx, hazard.areaCode) : null,
      askedPostId: step === 'request-coordination' ? await this.asked(tx, author, holders, moment, asked) : null,
      safetyDeputyId: holders.safetyDeputyId,
      into: input.intoId ? await this.into(tx, author, input.intoId) : null,
    };
    return { context, holders };
  }

  /** Whom a request for coordination goes to: `wanted`, or as hazard.coordination.ts says; the next one up where that is the asker. */
  private async asked(
    tx: EntityManager,
    author: StepAuthor,
    { safetyDeputyId }: HolderPosts,
    { occurredAt }: Moment,
    wanted?: string,
  ): Promise<string> {
    const first = wanted ?? (asksSafetyDeputy(author.post.profile) ? safetyDeputyId : null);
    const asked = await firstOther(tx, this.holders, first ?? author.post.id, author, occurredAt);
    if (asked === null)
      throw new ProblemError('step_not_allowed', '您上面没有可以请求协调的上级，请直接部署或召集有关方面。');
    return asked;
  }

  /** The hazard that another is merged into, held until the transaction ends; none that the author does not see. */
  private async into(tx: EntityManager, { posts }: StepAuthor, id: string): Promise<Hazard | null> {
    const into = await lockedOne(tx, Hazard, { id });
    if (!into) return null;
    const { areaCode, trade, unitId, responsibleUnitId } = into;
    return sees(visibleThrough(posts), { areaCode, trade, unitIds: [unitId, responsibleUnitId] }) ? into : null;
  }
}
