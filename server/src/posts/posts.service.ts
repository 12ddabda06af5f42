import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { covers } from '@zerentian/shared/areas/area.contract';
import { dateOf } from '@zerentian/shared/calendar';
import type { CreatePost, PostQuery, PostView, StaffedPostView } from '@zerentian/shared/posts/post.contract';
import type { UnitView } from '@zerentian/shared/units/unit.contract';
import { DataSource, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { AreasService } from '../areas/areas.service';
import { Ledger } from '../ledger/ledger.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { isDuplicate } from '../platform/database/database-errors';
import { keysetPage } from '../platform/http/keyset';
import { ProblemError } from '../platform/problem';
import type { By } from '../platform/writes/by';
import { momentOf } from '../platform/writes/moment';
import { Writes } from '../platform/writes/writes.service';
import { TradesService } from '../trades/trades.service';
import { UnitsService } from '../units/units.service';
import { Access } from './access.service';
import { Discretion, type OwnEnterprises } from './discretion.service';
import { Post, type PostKind, PostTrade } from './post.entity';
import { PostKinds } from './post-kinds.service';
import { holderOf, postsSql, type StaffedRow, viewPost } from './posts.sql';

const PAGE = 100;

/** What of a list is wanted; `enterprises`: those whose posts are shown. */
type Staffing = Pick<PostQuery, 'at' | 'vacant' | 'limit' | 'cursor'> & { enterprises: OwnEnterprises };

@Injectable()
export class PostsService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly access: Access,
    private readonly discretion: Discretion,
    private readonly kinds: PostKinds,
    private readonly areas: AreasService,
    private readonly units: UnitsService,
    private readonly trades: TradesService,
    private readonly ledger: Ledger,
    private readonly writes: Writes,
    private readonly clock: Clock,
  ) {}

  /**
   * Posts in an area and below it (or of one unit) with who held them on a date, by today's knowledge. Heads of enterprises are
   * shown those of other enterprises as little as in 通讯录, nor the numbers of past holders whom it does not show them today.
   * @throws unknown_area, outside_scope
   */
  async list(actor: Actor, query: PostQuery) {
    const unit = query.unit ? await this.units.read(actor, query.unit) : null;
    const area = await this.access.registerArea(actor, this.clock.now(), query.area ?? unit?.areaCode);
    const enterprises = await this.discretion.enterprisesOf(actor);
    const isForeign = unit?.kind === 'enterprise' && enterprises !== null && !enterprises.has(unit.id);
    if (isForeign) throw new ProblemError('outside_scope');
    const page = await this.staffed(area, query.unit ?? null, { ...query, enterprises });
    return enterprises === null ? page : this.discretion.told(actor, page);
  }

  /** The same for other features, which have checked what may be seen. Without a limit: all of them. */
  async staffed(area: string, unitId: string | null, query: Staffing) {
    const limit = query.limit ?? PAGE;
    const date = query.at ?? dateOf(this.clock.now());
    const { sql, parameters } = postsSql({
      area,
      unitId,
      enterprises: query.enterprises,
      date,
      vacant: query.vacant,
      limit: limit + 1,
      cursor: query.cursor,
    });
    const rows: StaffedRow[] = await this.source.query(sql, parameters);
    const posts = new Map<string, StaffedRow[]>();
    for (const row of rows) posts.set(row.id, [...(posts.get(row.id) ?? []), row]);
    return keysetPage(
      [...posts.values()],
      limit,
      ([first]) => [first?.areaCode ?? '', first?.unitName ?? '', first?.id ?? ''],
      viewStaffed,
    );
  }

  /**
   * Creates a post of a kind in a unit: the administrator of its area.
   * @throws unknown_unit (before permission, which hangs on where the unit lies), forbidden, outside_scope, unknown_reference
   */
  async create(actor: Actor, input: CreatePost): Promise<PostView> {
    const moment = momentOf(input, this.clock.now());
    return this.writes.once(actor, async (tx) => {
      const unit = await this.units.find(input.unitId);
      if (!unit) throw unknownUnit();
      const areaCode = input.areaCode ?? unit.areaCode;
      const post = await this.access.actIn(
        actor,
        { postId: input.actingPostId, at: moment.occurredAt },
        (held) => held.profile === 'administrator',
        (held) => covers(held.areaCode, areaCode) && covers(held.areaCode, unit.areaCode),
      );
      return this.enter(tx, { personId: actor.personId, postId: post.id, moment }, input);
    });
  }

  /** Writes the post, its trades and its ledger entry in the caller's transaction. */
  async enter(tx: EntityManager, by: By, input: CreatePost): Promise<PostView> {
    const kind = await this.kinds.find(input.kind, tx);
    if (!kind) throw ProblemError.at('unknown_reference', 'kind', '没有这个岗位类别');
    const unit = await this.units.find(input.unitId, tx);
    if (!unit) throw unknownUnit();
    const areaCode = input.areaCode ?? unit.areaCode;
    const area = await this.areas.get(areaCode, 'areaCode', tx);
    const trades = (input.trades ?? []).map((key, index) => this.trades.get(key, `trades.${index}`).key);
    const post: Post = {
      id: input.id ?? uuidv7(),
      kindKey: kind.key,
      title: input.title ?? kind.currentName,
      unitId: unit.id,
      areaCode,
    };
    await tx.insert(Post, post).catch((error: unknown) => {
      throw isDuplicate(error) ? new ProblemError('id_taken') : error;
    });
    if (trades.length > 0)
      await tx.insert(
        PostTrade,
        trades.map((trade) => ({ postId: post.id, trade, areaCode })),
      );
    const subject = { subjectType: 'post', subjectId: post.id, areaCode };
    await this.ledger.record(tx, { ...by, ...subject, act: 'create-post', changes: { ...post }, facts: { trades } });
    return describe(post, kind, unit, area.name, trades);
  }
}

function unknownUnit(): ProblemError {
  return ProblemError.at('unknown_unit', 'unitId', '没有找到这个单位');
}

function describe(post: Post, kind: PostKind, unit: UnitView, areaName: string, trades: string[]): PostView {
  const { id, title, areaCode } = post;
  const { key, currentName, profile, line } = kind;
  return {
    id,
    kind: key,
    kindName: currentName,
    title,
    profile,
    line,
    unitId: unit.id,
    unitName: unit.name,
    areaCode,
    areaName,
    trades,
  };
}

function viewStaffed(rows: StaffedRow[]): StaffedPostView {
  const holders = rows.flatMap(holderOf);
  const [first] = rows;
  if (!first) throw new Error('a post without a row');
  return { ...viewPost(first), holders, vacant: holders.length === 0 };
}
