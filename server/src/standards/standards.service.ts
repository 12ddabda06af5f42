import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { chainOf, covers, townshipOf } from '@zerentian/shared/areas/area.contract';
import { isSafetyStation } from '@zerentian/shared/hazards/hazard.roles';
import type {
  ChangeStandard,
  CreateStandard,
  StandardQuery,
  StandardView,
} from '@zerentian/shared/standards/standard.contract';
import { DataSource, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Ledger } from '../ledger/ledger.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { isDuplicate } from '../platform/database/database-errors';
import { isoOf } from '../platform/database/plain-row';
import { keysetPage } from '../platform/http/keyset';
import { ProblemError } from '../platform/problem';
import { type Moment, momentOf } from '../platform/writes/moment';
import { Writes } from '../platform/writes/writes.service';
import { Access, type HeldPost } from '../posts/access.service';
import { TradesService } from '../trades/trades.service';
import { Standard } from './standard.entity';
import { listStatement, orderKeys } from './standards.sql';

const PAGE = 50;

/** 判定标准和常见隐患: one library that came with the system, which county and townships add to, correct and shorten for themselves. */
@Injectable()
export class StandardsService {
  @Inject() private readonly access: Access;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly ledger: Ledger;
  @Inject() private readonly trades: TradesService;
  @Inject() private readonly writes: Writes;
  @InjectDataSource() private readonly source: DataSource;

  /**
   * What holds in an area, common ones first, those of one trade before those of all.
   * @throws unknown_area, outside_scope, trade_unknown
   */
  async list(actor: Actor, query: StandardQuery) {
    const area = await this.access.registerArea(actor, this.clock.now(), query.area);
    if (query.trade) this.trades.get(query.trade);
    const limit = query.limit ?? PAGE;
    const { sql, parameters } = listStatement(area, query, limit);
    const rows: Standard[] = await this.source.query(sql, parameters as never);
    return keysetPage(rows, limit, orderKeys, viewStandard);
  }

  /** One entry, also a retired or replaced one; not found where it belongs to somebody else. */
  async read(actor: Actor, id: string): Promise<StandardView> {
    const posts = await this.access.postsOf(actor.personId, this.clock.now());
    return viewStandard(await this.held(this.source.manager, posts, id));
  }

  /**
   * Enters one for the area of the post: 安监站 for the township, the county for all of it.
   * @throws trade_unknown, unknown_reference (replaces what is not there), standard_replaced, id_taken
   */
  async create(actor: Actor, input: CreateStandard): Promise<StandardView> {
    const moment = momentOf(input, this.clock.now());
    return this.writes.once(actor, async (tx) => {
      const post = await this.editor(actor, input.actingPostId, moment);
      const areaCode = ownArea(post);
      if (input.replacesId) await this.replaceable(tx, areaCode, input.replacesId);
      const row: Standard = {
        id: input.id ?? uuidv7(),
        areaCode,
        ...this.contentOf(input),
        replacesId: input.replacesId ?? null,
        createdAt: moment.receivedAt,
        updatedAt: moment.receivedAt,
      };
      await tx.insert(Standard, row).catch((error: unknown) => {
        throw isDuplicate(error) ? new ProblemError('id_taken') : error;
      });
      await this.record(tx, { actor, post, moment, row, act: 'create-standard', changes: { ...row } });
      return viewStandard(row);
    });
  }

  /**
   * The whole entry anew. Only one's own: of others an entry that replaces them is made.
   * @throws not_found, outside_scope, trade_unknown
   */
  async change(actor: Actor, id: string, input: ChangeStandard): Promise<StandardView> {
    const moment = momentOf(input, this.clock.now());
    return this.writes.once(actor, async (tx) => {
      const post = await this.editor(actor, input.actingPostId, moment);
      const old = await this.held(tx, [post], id);
      if (old.areaCode !== ownArea(post)) throw new ProblemError('outside_scope');
      const changes = { ...this.contentOf(input), updatedAt: moment.receivedAt };
      await tx.update(Standard, { id }, changes);
      await this.record(tx, {
        actor,
        post,
        moment,
        row: old,
        act: actOf(Boolean(old.active), changes.active),
        changes,
      });
      return viewStandard({ ...old, ...changes });
    });
  }

  private editor(actor: Actor, postId: string | undefined, moment: Moment): Promise<HeldPost> {
    const wanted = { postId, at: moment.occurredAt };
    return this.access.actIn(actor, wanted, (post) => isSafetyStation(post) || post.profile === 'county');
  }

  /** An entry of the system, of the posts' areas, or of what lies above or below these. */
  private async held(tx: EntityManager, posts: HeldPost[], id: string): Promise<Standard> {
    if (posts.length === 0) throw new ProblemError('forbidden');
    const row = await tx.findOneBy(Standard, { id });
    const area = row?.areaCode ?? '';
    const isSeen = posts.some((post) => covers(area, post.areaCode) || covers(post.areaCode, area));
    if (!row || !isSeen) throw new ProblemError('not_found');
    return row;
  }

  private async replaceable(tx: EntityManager, areaCode: string, id: string): Promise<void> {
    const row = await tx.findOneBy(Standard, { id });
    const isAbove =
      row && row.areaCode !== areaCode && (row.areaCode === null || chainOf(areaCode).includes(row.areaCode));
    if (!isAbove) throw ProblemError.at('unknown_reference', 'replacesId', '没有找到要改的那一条，请刷新后再试');
    if (await tx.existsBy(Standard, { areaCode, replacesId: id })) throw new ProblemError('standard_replaced');
  }

  private contentOf(input: ChangeStandard) {
    const { kind, wording, level } = input;
    const trade = input.trade ? this.trades.get(input.trade).key : null;
    const [basis, clause, advice] = [input.basis ?? null, input.clause ?? null, input.advice ?? null];
    return {
      kind,
      trade,
      wording,
      level,
      basis,
      clause,
      advice,
      verified: input.verified ?? false,
      active: input.active ?? true,
    };
  }

  private async record(tx: EntityManager, entry: Entry): Promise<void> {
    const { actor, post, moment, row, act, changes } = entry;
    const by = { personId: actor.personId, postId: post.id, moment };
    const subject = { subjectType: 'standard', subjectId: row.id, areaCode: ownArea(post) };
    await this.ledger.record(tx, { ...by, ...subject, act, changes });
  }
}

interface Entry {
  actor: Actor;
  post: HeldPost;
  moment: Moment;
  row: Standard;
  act: string;
  changes: Record<string, unknown>;
}

function ownArea(post: HeldPost): string {
  return townshipOf(post.areaCode) ?? post.areaCode;
}

function actOf(was: boolean, is: boolean): string {
  if (was === is) return 'change-standard';
  return is ? 'restore-standard' : 'retire-standard';
}

function viewStandard(row: Standard): StandardView {
  const { id, areaCode, kind, trade, wording, level, basis, clause, advice, replacesId } = row;
  const [verified, active] = [Boolean(row.verified), Boolean(row.active)];
  const updatedAt = isoOf(row.updatedAt);
  return { id, areaCode, kind, trade, wording, level, basis, clause, verified, advice, active, replacesId, updatedAt };
}
