import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ReminderView } from '@zerentian/shared/hazards/hazard.contract';
import { DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { Clock } from '../platform/clock';
import { isDuplicate } from '../platform/database/database-errors';
import { lockedOne } from '../platform/database/locked';
import { ProblemError } from '../platform/problem';
import { Holders } from '../posts/holders.service';
import { Reminder } from './reminder.entity';

export type { Reminder } from './reminder.entity';

/** Reading 催办; sending and answering change the hazard and live with it. */
@Injectable()
export class Reminders {
  @Inject() private readonly clock: Clock;
  @Inject() private readonly holders: Holders;
  @InjectDataSource() private readonly source: DataSource;

  /** All reminders of a hazard, newest first, as whoever holds `posts` may answer them. */
  async of(hazardId: string, posts: readonly { id: string }[] = []): Promise<ReminderView[]> {
    const rows = await this.source.manager.find(Reminder, { where: { hazardId }, order: { sentAt: 'DESC' } });
    return this.views(rows, posts);
  }

  /** What waits for an answer from one of the posts. */
  async unanswered(postIds: string[]): Promise<ReminderView[]> {
    if (postIds.length === 0) return [];
    const where = { toPostId: In(postIds), answeredAt: IsNull() };
    return this.views(await this.source.manager.find(Reminder, { where, order: { sentAt: 'DESC' }, take: 50 }));
  }

  /** One by its id, held until the transaction ends. */
  async one(tx: EntityManager, id: string): Promise<Reminder> {
    const reminder = await lockedOne(tx, Reminder, { id });
    if (!reminder) throw new ProblemError('not_found');
    return reminder;
  }

  /** Writes a new one; the database refuses a second on the same matter and day, and an id that something else has. */
  async insert(tx: EntityManager, reminder: Reminder): Promise<void> {
    try {
      await tx.insert(Reminder, reminder);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      throw new ProblemError((await lockedOne(tx, Reminder, { id: reminder.id })) ? 'id_taken' : 'already_reminded');
    }
  }

  async settle(
    tx: EntityManager,
    id: string,
    answer: Pick<Reminder, 'answer' | 'answerText' | 'answeredAt'>,
  ): Promise<void> {
    await tx.update(Reminder, id, answer);
  }

  /** As whoever holds `posts` reads them; without posts they are nobody's to answer. */
  async views(rows: Reminder[], posts: readonly { id: string }[] = []): Promise<ReminderView[]> {
    const pairs = rows.flatMap((row) => [
      { personId: row.fromPersonId, postId: row.fromPostId },
      { personId: row.toPersonId, postId: row.toPostId },
    ]);
    const actor = await this.holders.actors(pairs);
    const answering = await this.answering(rows, posts);
    return rows.map((row) => ({
      id: row.id,
      hazardId: row.hazardId,
      from: actor({ personId: row.fromPersonId, postId: row.fromPostId }),
      to: actor({ personId: row.toPersonId, postId: row.toPostId }),
      text: row.text,
      date: row.date,
      sentAt: row.sentAt.toISOString(),
      answer: row.answer,
      answerText: row.answerText,
      answeredAt: row.answeredAt?.toISOString() ?? null,
      mayAnswer: answering.get(row.id) ?? null,
    }));
  }

  /** Which of the posts may answer which reminder now, by the reminder's id. */
  private async answering(rows: Reminder[], posts: readonly { id: string }[]): Promise<Map<string, string>> {
    const open = posts.length === 0 ? [] : rows.filter((row) => row.answeredAt === null);
    const pressed = await this.holders.of(
      open.map((row) => row.toPostId),
      this.clock.now(),
    );
    const found = new Map<string, string>();
    for (const { id, toPostId } of open) {
      const answering = pressed.get(toPostId)?.answeringPostId;
      if (answering && posts.some((post) => post.id === answering)) found.set(id, answering);
    }
    return found;
  }
}
