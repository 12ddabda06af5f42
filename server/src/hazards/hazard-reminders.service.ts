import { Inject, Injectable } from '@nestjs/common';
import { dateOf } from '@zerentian/shared/calendar';
import type { ReminderView } from '@zerentian/shared/hazards/hazard.contract';
import { isOpen } from '@zerentian/shared/hazards/hazard.deadline';
import { allowedSteps } from '@zerentian/shared/hazards/hazard.lifecycle';
import { titleOf } from '@zerentian/shared/hazards/hazard.title';
import { type AnswerReminder, type Remind, reminderAnswerNames } from '@zerentian/shared/reminders/reminder.contract';
import { outranks } from '@zerentian/shared/reminders/reminder.rule';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Ledger } from '../ledger/ledger.service';
import { Notices } from '../notices/notices.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { ProblemError } from '../platform/problem';
import { type Moment, momentOf, notBefore } from '../platform/writes/moment';
import { Writes } from '../platform/writes/writes.service';
import { Access, type HeldPost } from '../posts/access.service';
import { Holders } from '../posts/holders.service';
import { type Reminder, Reminders } from '../reminders/reminders.service';
import type { Hazard } from './hazard.entity';
import { HazardRegister } from './hazard-register';
import { HazardStanding, hazardActor } from './hazard-standing.service';
import { HazardSteps } from './hazard-steps.service';

/** 催办: one per matter and day, sent by name to whoever holds it; 有困难 asks the sender while the unit has the matter. */
@Injectable()
export class HazardReminders {
  @Inject() private readonly access: Access;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly holders: Holders;
  @Inject() private readonly ledger: Ledger;
  @Inject() private readonly notices: Notices;
  @Inject() private readonly register: HazardRegister;
  @Inject() private readonly reminders: Reminders;
  @Inject() private readonly standing: HazardStanding;
  @Inject() private readonly steps: HazardSteps;
  @Inject() private readonly writes: Writes;

  /**
   * Presses whoever holds the matter when the reminder arrives, and is judged on that day, however long it waited on the phone: it is no
   * evidence of what was done, and a former holder must not use up the day's only one.
   * @throws not_found, forbidden, post_not_held, outside_scope, step_not_allowed, already_reminded
   */
  async send(actor: Actor, hazardId: string, input: Remind): Promise<ReminderView> {
    const { receivedAt, doubted } = momentOf(input, this.clock.now());
    const moment: Moment = { occurredAt: receivedAt, receivedAt, doubted };
    return this.writes.once(actor, async (tx) => {
      const hazard = await this.steps.locked(tx, hazardId);
      const holder =
        hazard.holderPostId === null
          ? undefined
          : (await this.holders.of([hazard.holderPostId], moment.occurredAt, tx)).get(hazard.holderPostId);
      if (!isOpen(hazard.state) || !holder?.postId) throw new ProblemError('step_not_allowed');
      if (holder.personId === actor.personId) throw new ProblemError('forbidden', '这件事就在您手里，不用催办自己。');
      const isAbove = (post: HeldPost) => outranks(post, holder);
      const post = await this.access.actIn(
        actor,
        { postId: input.actingPostId, at: moment.occurredAt },
        isAbove,
        (it) => hazard.areaCode.startsWith(it.areaCode),
      );
      const reminder: Reminder = {
        id: input.id ?? uuidv7(),
        hazardId,
        date: dateOf(moment.receivedAt),
        fromPersonId: actor.personId,
        fromPostId: post.id,
        toPostId: holder.postId,
        toPersonId: holder.personId,
        text: input.text ?? null,
        sentAt: moment.occurredAt,
        answer: null,
        answerText: null,
        answeredAt: null,
      };
      await this.reminders.insert(tx, reminder);
      await this.enter(tx, actor, hazard.areaCode, reminder, 'remind', { ...reminder }, post.id, moment);
      const words = `${post.title}催办：${reminder.text ?? titleOf(hazard)}`;
      await this.notices.send(tx, [holder.postId], words, hazardId, moment.receivedAt);
      return this.view(reminder);
    });
  }

  /**
   * Answers a reminder once, never before it was sent. It is for whoever then answers for the post that it went to: the holder in that very
   * post, or the superior of a vacant one. Whom it named is history: a former holder does not use up what came after them.
   * @throws not_found, forbidden, post_not_held, step_not_allowed
   */
  async answer(actor: Actor, reminderId: string, input: AnswerReminder): Promise<ReminderView> {
    const claimed = momentOf(input, this.clock.now());
    return this.writes.once(actor, async (tx) => {
      const reminder = await this.reminders.one(tx, reminderId);
      const hazard = await this.steps.locked(tx, reminder.hazardId);
      const moment = notBefore(claimed, reminder.sentAt);
      const pressed = await this.holders.of([reminder.toPostId], moment.occurredAt, tx);
      const post = await this.access.actIn(
        actor,
        { postId: input.actingPostId, at: moment.occurredAt },
        (it) => it.id === pressed.get(reminder.toPostId)?.answeringPostId,
      );
      if (reminder.answeredAt) throw new ProblemError('step_not_allowed', '这条催办已经答复过了。');
      const changes = { answer: input.answer, answerText: input.text ?? null, answeredAt: moment.occurredAt };
      await this.reminders.settle(tx, reminderId, changes);
      await this.enter(tx, actor, hazard.areaCode, reminder, 'answer-reminder', changes, post.id, moment);
      await this.notices.send(
        tx,
        [reminder.fromPostId],
        `${post.title}答复催办：${reminderAnswerNames[input.answer]}${input.text ? `，${input.text}` : ''}`,
        hazard.id,
        moment.receivedAt,
      );
      if (input.answer === 'difficulty' && (await this.mayAsk(tx, actor, post, hazard, moment))) {
        const request = { actingPostId: post.id, text: input.text ?? '', need: input.need ?? ('other' as const) };
        await this.steps.takeWithin(tx, actor, hazard.id, 'request-coordination', request, moment, reminder.fromPostId);
      }
      return this.view({ ...reminder, ...changes });
    });
  }

  /** Whether a difficulty may ask for help as well: a step that is open, to somebody who has not left the post since. */
  private async mayAsk(
    tx: EntityManager,
    actor: Actor,
    post: HeldPost,
    hazard: Hazard,
    moment: Moment,
  ): Promise<boolean> {
    const { occurredAt } = notBefore(moment, await this.register.knownSince(tx, hazard.id, actor.personId));
    const posts = await this.access.postsOf(actor.personId, occurredAt);
    const facts = await this.standing.one(hazard, occurredAt, tx);
    const isOpen = allowedSteps(post, facts, hazardActor(actor.personId, posts)).includes('request-coordination');
    return isOpen && posts.some((held) => held.id === post.id);
  }

  private async enter(
    tx: EntityManager,
    actor: Actor,
    areaCode: string,
    reminder: Reminder,
    act: string,
    changes: Record<string, unknown>,
    postId: string,
    moment: Moment,
  ): Promise<void> {
    const subject = { subjectType: 'reminder', subjectId: reminder.id, facts: { hazardId: reminder.hazardId } };
    await this.ledger.record(tx, { areaCode, act, ...subject, personId: actor.personId, postId, moment, changes });
  }

  private async view(reminder: Reminder): Promise<ReminderView> {
    return (await this.reminders.views([reminder]))[0] as ReminderView;
  }
}
