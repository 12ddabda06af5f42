import { Inject, Injectable } from '@nestjs/common';
import { dateOf } from '@zerentian/shared/calendar';
import type {
  FixSelfCheck,
  ReferSelfCheck,
  ReopenSelfCheck,
  SelfCheckView,
} from '@zerentian/shared/self-checks/self-check.contract';
import { type SelfCheckStep, stateAfter } from '@zerentian/shared/self-checks/self-check.lifecycle';
import type { EntityManager } from 'typeorm';
import { Ledger } from '../ledger/ledger.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { lockedOne } from '../platform/database/locked';
import { ProblemError } from '../platform/problem';
import { type Moment, momentOf, notBefore } from '../platform/writes/moment';
import { Writes } from '../platform/writes/writes.service';
import { type ActingFor, EnterprisePosts } from './enterprise-posts.service';
import { SelfCheck } from './self-check.entity';
import { SelfCheckViews } from './self-check-views.service';
import { checkDay, SelfChecks } from './self-checks.service';

export interface SelfCheckStepInput {
  fix: FixSelfCheck;
  reopen: ReopenSelfCheck;
  refer: ReferSelfCheck;
}

/** What a step sets, and what else its entry in the ledger tells. */
interface Change {
  changes: Partial<SelfCheck>;
  facts?: Record<string, unknown>;
}

/** 自改: the enterprise puts right what it found, closes it, opens it anew, or lets it come up. */
@Injectable()
export class SelfCheckSteps {
  @Inject() private readonly clock: Clock;
  @Inject() private readonly enterprises: EnterprisePosts;
  @Inject() private readonly entries: SelfChecks;
  @Inject() private readonly ledger: Ledger;
  @Inject() private readonly views: SelfCheckViews;
  @Inject() private readonly writes: Writes;

  /** Takes a step. @throws not_found for another enterprise's entry, step_not_allowed where the table does not let it be taken */
  async take<S extends SelfCheckStep>(
    actor: Actor,
    id: string,
    step: S,
    input: SelfCheckStepInput[S],
  ): Promise<SelfCheckView> {
    const claimed = momentOf(input, this.clock.now());
    return this.writes.once(actor, async (tx) => {
      const entry = await this.own(tx, actor, id, input.actingPostId, claimed);
      const moment = notBefore(claimed, entry.row.occurredAt);
      const state = stateAfter(entry.row.state, step);
      if (!state) throw new ProblemError('step_not_allowed');
      const { changes, facts } = await this.change(tx, actor, entry, step, input, moment);
      const next = { ...entry.row, ...changes, state, updatedAt: moment.receivedAt };
      const set = { ...changes, state, updatedAt: moment.receivedAt };
      await tx.update(SelfCheck, id, set as never);
      await this.ledger.record(tx, {
        areaCode: entry.row.areaCode,
        act: `self-check-${step}`,
        subjectType: 'self-check',
        subjectId: id,
        personId: actor.personId,
        postId: entry.acting.post.id,
        moment,
        changes: set,
        facts: { from: entry.row.state, to: state, ...facts },
      });
      return this.views.one(next, tx);
    });
  }

  /** The entry, held until the transaction ends, for whoever acts for its enterprise. */
  private async own(tx: EntityManager, actor: Actor, id: string, postId: string | undefined, moment: Moment) {
    const row = await lockedOne(tx, SelfCheck, { id });
    const at = moment.occurredAt;
    const acting = await this.enterprises.acting(actor, { postId, unitId: row?.unitId, at }, tx).catch((error) => {
      const isHidden = error instanceof ProblemError && error.code === 'outside_scope';
      throw isHidden ? new ProblemError('not_found') : error;
    });
    if (!row) throw new ProblemError('not_found');
    return { row, acting };
  }

  private change<S extends SelfCheckStep>(
    tx: EntityManager,
    actor: Actor,
    entry: { row: SelfCheck; acting: ActingFor },
    step: S,
    input: SelfCheckStepInput[S],
    moment: Moment,
  ): Promise<Change> | Change {
    if (step === 'fix') return this.fixed(tx, actor, entry.row, input as FixSelfCheck, moment);
    if (step === 'refer') return this.referred(tx, actor, entry, input as ReferSelfCheck, moment);
    return {
      changes: { fixedOn: null, remedy: null, rectifier: null, afterPhotoIds: [] },
      facts: { text: (input as ReopenSelfCheck).text },
    };
  }

  private async fixed(
    tx: EntityManager,
    actor: Actor,
    row: SelfCheck,
    input: FixSelfCheck,
    moment: Moment,
  ): Promise<Change> {
    checkDay(input.fixedOn, 'fixedOn', moment);
    const fixedOn = input.fixedOn ?? dateOf(moment.occurredAt);
    if (fixedOn < row.foundOn) throw ProblemError.at('invalid_input', 'fixedOn', '整改日期不能早于发现日期');
    const afterPhotoIds = input.afterPhotoIds ?? [];
    const afterPhotos = await this.entries.attach(tx, actor, row, afterPhotoIds, 'afterPhotoIds');
    const { remedy = null, rectifier = null } = input;
    return { changes: { fixedOn, remedy, rectifier, afterPhotoIds }, facts: { afterPhotos } };
  }

  private async referred(
    tx: EntityManager,
    actor: Actor,
    { row, acting }: { row: SelfCheck; acting: ActingFor },
    input: ReferSelfCheck,
    moment: Moment,
  ): Promise<Change> {
    const { text, standardClause } = input;
    // The photos stay with this entry: a photo belongs to one thing.
    const report = { ...row, text, standardClause, photoIds: [] };
    const hazardId = await this.entries.comeUp(tx, actor, acting, report, moment);
    return { changes: { level: 'suspected-major', standardClause, hazardId }, facts: { text } };
  }
}
