import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { dateOf } from '@zerentian/shared/calendar';
import type { Page } from '@zerentian/shared/fields';
import {
  type ExplainSupervisionNotice,
  type HandleSupervisionNotice,
  type SupervisionNoticeQuery,
  type SupervisionNoticeView,
  supervisionOutcomeNames,
} from '@zerentian/shared/supervision-notices/supervision-notice.contract';
import { chineseDay } from '@zerentian/shared/work-summaries/chinese-dates';
import { Brackets, DataSource, type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Ledger } from '../ledger/ledger.service';
import { Notices } from '../notices/notices.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { insertRows } from '../platform/database/insert-rows';
import { lockedOne } from '../platform/database/locked';
import { decodeCursor, pageOf } from '../platform/http/page';
import { ProblemError } from '../platform/problem';
import { type Moment, momentOf, notBefore } from '../platform/writes/moment';
import { Writes } from '../platform/writes/writes.service';
import { Access, type HeldPost } from '../posts/access.service';
import { Holders } from '../posts/holders.service';
import { SupervisionNotice } from './supervision-notice.entity';
import { explainingPost, handlingPost, mayRead, type Reader, SupervisionReaders } from './supervision-readers.service';

const DEFAULT_LIMIT = 20;
/** More than anybody's 今日 shows. */
const OPEN_SHOWN = 50;

/** What is told of a supervising post whose step is late. */
export type LateStep = Pick<
  SupervisionNotice,
  | 'townshipCode'
  | 'hazardId'
  | 'matter'
  | 'step'
  | 'dueOn'
  | 'since'
  | 'rule'
  | 'postId'
  | 'personId'
  | 'toPostId'
  | 'superiorPostId'
>;

/** 监督提示: made by the rungs of escalation, read by few, marked by 乡纪委, explained by whom it names. It counts nowhere. */
@Injectable()
export class SupervisionNotices {
  @Inject() private readonly access: Access;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly holders: Holders;
  @Inject() private readonly ledger: Ledger;
  @Inject() private readonly notices: Notices;
  @Inject() private readonly readers: SupervisionReaders;
  @Inject() private readonly writes: Writes;
  @InjectDataSource() private readonly source: DataSource;

  /** Makes one in the caller's transaction, by the system itself; tells 乡纪委 and the post it names. The database refuses a second. */
  async make(tx: EntityManager, late: LateStep, title: string, at: Date): Promise<void> {
    const year = Number(dateOf(at).slice(0, 4));
    const series = await this.writes.nextNumber(tx, late.townshipCode, 'supervision-notice', year);
    const notice: SupervisionNotice = {
      id: uuidv7(),
      number: `监督提示〔${year}〕${series}号`,
      ...late,
      madeAt: at,
      ...{ outcome: null, outcomeText: null, outcomeAt: null, outcomePersonId: null, outcomePostId: null },
      ...{ explanation: null, explainedAt: null, explainedPersonId: null, explainedPostId: null },
    };
    await insertRows(tx, 'supervision_notice', [notice]);
    const moment = { occurredAt: at, receivedAt: at, doubted: false };
    await this.enter(tx, notice, 'supervise', { ...notice }, null, null, moment);
    const words = `${notice.number}：${title}的“${late.step}”应于${chineseDay(late.dueOn)}前办，至今未办。`;
    await this.notices.send(tx, [late.toPostId, late.postId], words, late.hazardId, at);
  }

  /** Which latenesses of some hazards were told to 乡纪委 already, and when. */
  async madeFor(hazardIds: string[]): Promise<Pick<SupervisionNotice, 'hazardId' | 'postId' | 'dueOn' | 'madeAt'>[]> {
    const select = { hazardId: true, postId: true, dueOn: true, madeAt: true };
    return this.source.manager.find(SupervisionNotice, { select, where: { hazardId: In(hazardIds) } });
  }

  /** Those that the actor may read, newest first; of others nobody learns that there are any. */
  async list(actor: Actor, query: SupervisionNoticeQuery): Promise<Page<SupervisionNoticeView>> {
    const reader = await this.reader(actor);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await this.rows(reader, query, limit + 1);
    const page = pageOf(
      rows,
      limit,
      (row) => ({ at: row.madeAt.toISOString(), id: row.id }),
      (row) => row,
    );
    return { items: await this.views(page.items, reader), nextCursor: page.nextCursor };
  }

  /** @throws not_found, also for what is not the actor's to read */
  async one(actor: Actor, id: string): Promise<SupervisionNoticeView> {
    const reader = await this.reader(actor);
    const notice = await this.source.manager.findOneBy(SupervisionNotice, { id });
    if (!notice || !mayRead(reader, notice)) throw new ProblemError('not_found');
    return (await this.views([notice], reader))[0] as SupervisionNoticeView;
  }

  /** What waits for somebody's word: for 乡纪委 to read, for whom it names to explain as long as 乡纪委 does not know what happened. */
  async waiting(personId: string, posts: HeldPost[]): Promise<SupervisionNoticeView[]> {
    const reader = await this.readers.of(personId, posts, this.clock.now());
    const unread = await this.rows(reader, { open: true }, OPEN_SHOWN);
    const unexplained = await this.readable(reader)
      .andWhere("n.outcome = 'seen' AND n.explanation IS NULL")
      .orderBy('n.madeAt', 'DESC')
      .take(OPEN_SHOWN)
      .getMany();
    const mine = [
      ...unread.filter((row) => handlingPost(reader, row) !== null || explainingPost(reader, row) !== null),
      ...unexplained.filter((row) => explainingPost(reader, row) !== null),
    ];
    return this.views(mine, reader);
  }

  /** 已阅 or 已了解情况, by whoever answers for 乡纪委书记. @throws not_found, forbidden, step_not_allowed */
  handle(actor: Actor, id: string, input: HandleSupervisionNotice): Promise<SupervisionNoticeView> {
    return this.act(actor, id, input, handlingPost, async (tx, notice, postId, moment) => {
      if (notice.outcome === input.outcome) throw new ProblemError('step_not_allowed', '这条监督提示已经标记过了。');
      const changes = {
        outcome: input.outcome,
        outcomeText: input.text ?? null,
        outcomeAt: moment.occurredAt,
        outcomePersonId: actor.personId,
        outcomePostId: postId,
      };
      await this.enter(tx, notice, 'handle-supervision', changes, actor.personId, postId, moment);
      const words = `${notice.number}：乡纪委${supervisionOutcomeNames[input.outcome]}`;
      await this.notices.send(tx, [notice.postId], words, notice.hazardId, moment.receivedAt);
      return changes;
    });
  }

  /** 说明情况, once. @throws not_found, forbidden, step_not_allowed */
  explain(actor: Actor, id: string, input: ExplainSupervisionNotice): Promise<SupervisionNoticeView> {
    return this.act(actor, id, input, explainingPost, async (tx, notice, postId, moment) => {
      const changes = {
        explanation: input.text,
        explainedAt: moment.occurredAt,
        explainedPersonId: actor.personId,
        explainedPostId: postId,
      };
      await this.enter(tx, notice, 'explain-supervision', changes, actor.personId, postId, moment);
      const receivers = [notice.toPostId, notice.superiorPostId];
      await this.notices.send(tx, receivers, `${notice.number}：已说明情况`, notice.hazardId, moment.receivedAt);
      return changes;
    });
  }

  private async act(
    actor: Actor,
    id: string,
    input: HandleSupervisionNotice | ExplainSupervisionNotice,
    postFor: (reader: Reader, notice: SupervisionNotice) => string | null,
    change: (
      tx: EntityManager,
      notice: SupervisionNotice,
      postId: string,
      moment: Moment,
    ) => Promise<Partial<SupervisionNotice>>,
  ): Promise<SupervisionNoticeView> {
    const claimed = momentOf(input, this.clock.now());
    return this.writes.once(actor, async (tx) => {
      const notice = await lockedOne(tx, SupervisionNotice, { id });
      const reader = await this.reader(actor);
      if (!notice || !mayRead(reader, notice)) throw new ProblemError('not_found');
      const postId = postFor(reader, notice);
      if (postId === null) throw refusal(reader, notice);
      if (input.actingPostId !== undefined && input.actingPostId !== postId) throw new ProblemError('post_not_held');
      const changes = await change(tx, notice, postId, notBefore(claimed, notice.madeAt));
      await tx.update(SupervisionNotice, id, changes);
      const after = { ...notice, ...changes };
      return (await this.views([after], reader, tx))[0] as SupervisionNoticeView;
    });
  }

  private async reader(actor: Actor): Promise<Reader> {
    const now = this.clock.now();
    return this.readers.of(actor.personId, await this.access.postsOf(actor.personId, now), now);
  }

  private readable(reader: Reader): SelectQueryBuilder<SupervisionNotice> {
    const select = this.source.createQueryBuilder(SupervisionNotice, 'n');
    const ids = [...reader.answersFor.keys()];
    const mine = new Brackets((any) => {
      any.where('n.personId = :me', { me: reader.personId });
      if (ids.length > 0)
        any.orWhere('n.toPostId IN (:...ids) OR n.postId IN (:...ids) OR n.superiorPostId IN (:...ids)', { ids });
    });
    return select.where(mine);
  }

  private rows(reader: Reader, query: SupervisionNoticeQuery, limit: number): Promise<SupervisionNotice[]> {
    const select = this.readable(reader);
    if (query.open) select.andWhere('n.outcome IS NULL');
    const last = decodeCursor(query.cursor);
    if (last) {
      const after = '(n.madeAt < :lastAt OR (n.madeAt = :lastAt AND n.id < :lastId))';
      select.andWhere(after, { lastAt: new Date(last.at), lastId: last.id });
    }
    return select.orderBy('n.madeAt', 'DESC').addOrderBy('n.id', 'DESC').take(limit).getMany();
  }

  private async views(
    rows: SupervisionNotice[],
    reader: Reader,
    tx: EntityManager = this.source.manager,
  ): Promise<SupervisionNoticeView[]> {
    const pairs = rows.flatMap((row) => [
      { personId: row.personId, postId: row.postId },
      { personId: row.outcomePersonId, postId: row.outcomePostId },
      { personId: row.explainedPersonId, postId: row.explainedPostId },
    ]);
    const actor = await this.holders.actors(pairs, tx);
    return rows.map((row) => ({
      ...{ id: row.id, number: row.number, hazardId: row.hazardId, matter: row.matter, step: row.step },
      ...{ dueOn: row.dueOn, since: row.since.toISOString(), rule: row.rule },
      named: actor({ personId: row.personId, postId: row.postId }),
      madeAt: row.madeAt.toISOString(),
      outcome: row.outcome,
      outcomeText: row.outcomeText,
      outcomeAt: row.outcomeAt?.toISOString() ?? null,
      outcomeBy: row.outcome && actor({ personId: row.outcomePersonId, postId: row.outcomePostId }),
      explanation: row.explanation,
      explainedAt: row.explainedAt?.toISOString() ?? null,
      explainedBy:
        row.explanation === null ? null : actor({ personId: row.explainedPersonId, postId: row.explainedPostId }),
      mayHandle: handlingPost(reader, row),
      mayExplain: explainingPost(reader, row),
    }));
  }

  private async enter(
    tx: EntityManager,
    notice: SupervisionNotice,
    act: string,
    changes: Partial<SupervisionNotice>,
    personId: string | null,
    postId: string | null,
    moment: Moment,
  ): Promise<void> {
    const subject = { subjectType: 'supervision-notice', subjectId: notice.id, areaCode: notice.townshipCode };
    await this.ledger.record(tx, { ...subject, act, personId, postId, moment, changes, facts: {} });
  }
}

/** Whose it would be is told apart from what is done already. */
function refusal(reader: Reader, notice: SupervisionNotice): ProblemError {
  const isTheirs = notice.personId === reader.personId || reader.answersFor.has(notice.toPostId);
  return isTheirs
    ? new ProblemError('step_not_allowed', '这条监督提示现在没有要您办的。')
    : new ProblemError('forbidden');
}
