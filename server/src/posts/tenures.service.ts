import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { covers } from '@zerentian/shared/areas/area.contract';
import { dateOf } from '@zerentian/shared/calendar';
import { type Appoint, type EndTenure, type TenureView, tenureKindNames } from '@zerentian/shared/posts/post.contract';
import type { Profile } from '@zerentian/shared/posts/profile';
import { mayManageTenure, type OtherTenure, refusalOf } from '@zerentian/shared/posts/tenure.rule';
import { DataSource, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Ledger } from '../ledger/ledger.service';
import { PeopleService } from '../people/people.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { forUpdate } from '../platform/database/data-source';
import { isDuplicate } from '../platform/database/database-errors';
import { ProblemError } from '../platform/problem';
import type { By } from '../platform/writes/by';
import { momentOf } from '../platform/writes/moment';
import { Writes } from '../platform/writes/writes.service';
import { Access, type HeldPost } from './access.service';
import { Tenure } from './tenure.entity';

/** A post as appointments look at it. */
interface PostRow {
  id: string;
  title: string;
  areaCode: string;
  singleHolder: number | boolean;
  profile: Profile;
}

/**
 * 任职. The administrator appoints and ends; 指定临时负责人 (`caretaker`) is also for leaders and the office, since a vacant post
 * cannot wait: from today on, for somebody else, and for no post that gives power over the register. A tenure is never changed: its row is superseded by another version, and both are in the ledger.
 *
 * Permission is looked up beside the transaction that has begun: its own first read, after which MariaDB shows it the tables as they
 * stood then, must be the one that locks the post.
 */
@Injectable()
export class TenuresService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly access: Access,
    private readonly people: PeopleService,
    private readonly ledger: Ledger,
    private readonly writes: Writes,
    private readonly clock: Clock,
  ) {}

  /**
   * Appoints a person to a post from a date on.
   * @throws forbidden, post_already_held, already_in_post, unknown_reference, outside_scope, invalid_input at `from` or `until`
   */
  async appoint(actor: Actor, input: Appoint): Promise<TenureView> {
    const moment = momentOf(input, this.clock.now());
    return this.writes.once(actor, async (tx) => {
      const post = await this.postOf(this.source.manager, input.postId, false);
      const wanted = { postId: input.actingPostId, at: moment.occurredAt };
      const acting = await this.actIn(actor, wanted, input, post);
      const limited = acting.profile !== 'administrator';
      if (limited) this.refusePast('from', input.from);
      return this.enter(tx, { personId: actor.personId, postId: acting.id, moment }, input, limited);
    });
  }

  /** Ends a tenure: `until` is the first day on which it no longer holds. An earlier end may be set right, a later one not. */
  async end(actor: Actor, tenureId: string, input: EndTenure): Promise<TenureView> {
    const moment = momentOf(input, this.clock.now());
    return this.writes.once(actor, async (tx) => {
      const known = await this.current(this.source.manager, tenureId);
      const wanted = { postId: input.actingPostId, at: moment.occurredAt };
      const post = known ? await this.postOf(this.source.manager, known.postId, false) : undefined;
      const acting = await this.actIn(actor, wanted, known ?? { kind: 'regular', personId: '' }, post);
      if (!known) throw new ProblemError('not_found');
      if (acting.profile !== 'administrator') this.refusePast('until', input.until);
      return this.close(tx, { personId: actor.personId, postId: acting.id, moment }, tenureId, input);
    });
  }

  /** Writes the tenure's first version and its ledger entry in the caller's transaction. `onlyVacant`: nobody else may be in the post. */
  async enter(
    tx: EntityManager,
    by: By,
    input: Omit<Appoint, 'actingPostId'>,
    onlyVacant = false,
  ): Promise<TenureView> {
    const post = await this.postOf(tx, input.postId, true);
    if (!post) throw ProblemError.at('unknown_reference', 'postId', '没有找到这个岗位');
    const person = await this.people.find(input.personId, tx);
    if (!person) throw ProblemError.at('unknown_reference', 'personId', '名册里没有这个人');
    await this.refuseOverlap(tx, post, input, onlyVacant);
    const id = input.id ?? uuidv7();
    const tenure: Tenure = {
      id,
      tenureId: id,
      personId: person.id,
      postId: post.id,
      kind: input.kind,
      areaCode: post.areaCode,
      lead: input.lead ?? false,
      startsOn: input.from,
      endsOn: input.until ?? null,
      basis: input.basis ?? null,
      recordedAt: by.moment.receivedAt,
      supersededAt: null,
    };
    await tx.insert(Tenure, tenure).catch((error: unknown) => {
      throw isDuplicate(error) ? new ProblemError('id_taken') : error;
    });
    await this.record(tx, by, 'appoint', tenure.areaCode, id, { ...tenure });
    return viewTenure(tenure, person.name, post.title);
  }

  /** Supersedes the version in force by one that ends, in the caller's transaction. */
  async close(
    tx: EntityManager,
    by: By,
    tenureId: string,
    input: Pick<EndTenure, 'until' | 'basis'>,
  ): Promise<TenureView> {
    const old = await this.current(tx, tenureId, true);
    if (!old) throw new ProblemError('not_found');
    if (input.until < old.startsOn)
      throw ProblemError.at('invalid_input', 'until', `不能早于任职开始的日期 ${old.startsOn}`);
    if (old.endsOn !== null && input.until > old.endsOn) throw new ProblemError('tenure_already_ended');
    const supersededAt = by.moment.receivedAt;
    const next: Tenure = {
      ...old,
      id: uuidv7(),
      endsOn: input.until,
      basis: input.basis ?? old.basis,
      recordedAt: supersededAt,
      supersededAt: null,
    };
    await tx.update(Tenure, { id: old.id }, { supersededAt });
    await this.record(tx, by, 'supersede-tenure', old.areaCode, old.id, { supersededAt });
    await tx.insert(Tenure, next);
    await this.record(tx, by, 'end-tenure', next.areaCode, next.id, { ...next });
    const [person, post] = await Promise.all([
      this.people.find(next.personId, tx),
      this.postOf(tx, next.postId, false),
    ]);
    return viewTenure(next, person?.name ?? '', post?.title ?? '');
  }

  private async actIn(
    actor: Actor,
    wanted: { postId?: string | undefined; at: Date },
    { kind, personId }: Pick<TenureView, 'kind' | 'personId'>,
    post: PostRow | undefined,
  ): Promise<HeldPost> {
    const tenure = { kind, postProfile: post?.profile ?? null, isOwn: personId === actor.personId };
    return this.access.actIn(
      actor,
      wanted,
      (held) => mayManageTenure(held.profile, tenure),
      (held) => post === undefined || covers(held.areaCode, post.areaCode),
    );
  }

  /** Who answered in days gone by is for the administrator alone to set right. */
  private refusePast(path: 'from' | 'until', day: string): void {
    const today = dateOf(this.clock.now());
    if (day < today) throw ProblemError.at('invalid_input', path, `不能早于今天（${today}）；以前的任职由管理员补录`);
  }

  private async refuseOverlap(
    tx: EntityManager,
    post: PostRow,
    input: Omit<Appoint, 'actingPostId'>,
    onlyVacant: boolean,
  ): Promise<void> {
    const others = await tx.query<OtherTenure[]>(
      'SELECT personId, kind, startsOn, endsOn FROM tenure WHERE postId = ? AND supersededAt IS NULL',
      [post.id],
    );
    const refusal = refusalOf({ ...input, until: input.until ?? null }, others, {
      singleHolder: Boolean(post.singleHolder),
      onlyVacant,
    });
    if (refusal === 'until_before_from') throw ProblemError.at('invalid_input', 'until', '结束日期要晚于开始日期');
    if (refusal)
      throw new ProblemError(
        refusal,
        refusal === 'post_already_held'
          ? undefined
          : `${tenureKindNames[input.kind]}没有保存：这个人这段时间已经担任这个岗位。请核对起止日期。`,
      );
  }

  /** Locking the post makes appointments to it follow one another. */
  private async postOf(tx: EntityManager, id: string, lock: boolean): Promise<PostRow | undefined> {
    const sql =
      'SELECT p.id, p.title, p.areaCode, k.singleHolder, k.profile FROM post p JOIN post_kind k ON k.`key` = p.kindKey WHERE p.id = ?';
    const [post] = await tx.query<PostRow[]>(`${sql}${lock ? forUpdate(this.source) : ''}`, [id]);
    return post;
  }

  private current(tx: EntityManager, tenureId: string, lock = false): Promise<Tenure | null> {
    const find = tx
      .createQueryBuilder(Tenure, 't')
      .where('t.tenureId = :tenureId AND t.supersededAt IS NULL', { tenureId });
    if (lock && this.source.options.type !== 'better-sqlite3') find.setLock('pessimistic_write');
    return find.getOne();
  }

  private async record(
    tx: EntityManager,
    by: By,
    act: string,
    areaCode: string,
    rowId: string,
    changes: Record<string, unknown>,
  ): Promise<void> {
    await this.ledger.record(tx, { ...by, areaCode, act, subjectType: 'tenure', subjectId: rowId, changes });
  }
}

function viewTenure(tenure: Tenure, personName: string, postTitle: string): TenureView {
  const { tenureId, personId, postId, kind, startsOn, endsOn } = tenure;
  return {
    id: tenureId,
    personId,
    personName,
    postId,
    postTitle,
    kind,
    lead: Boolean(tenure.lead),
    from: startsOn,
    until: endsOn,
  };
}
