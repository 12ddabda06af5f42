import { townshipOf } from '@zerentian/shared/areas/area.contract';
import { dateOf, startOf } from '@zerentian/shared/calendar';
import {
  above,
  type LadderPost,
  type LateMatter,
  type Lateness,
  type Party,
  type RankedPost,
  targetPost,
} from '@zerentian/shared/hazards/hazard.escalation';
import type { managers } from '@zerentian/shared/people/person.contract';
import { type RungTarget, rungTargets } from '@zerentian/shared/rules/rules.contract';
import type { EntityManager } from 'typeorm';
import { type Holders, TRADES } from '../posts/holders.service';
import type { PostKinds } from '../posts/post-kinds.service';

const RANKED = `
  p.id AS postId, p.kindKey, k.profile, k.line, k.reportsTo, s.profile AS superiorProfile`;
const KINDS = 'JOIN post_kind k ON k.`key` = p.kindKey LEFT JOIN post_kind s ON s.`key` = k.reportsTo';
const POSTS = `SELECT ${RANKED}, p.areaCode, ${TRADES} AS trades FROM post p ${KINDS}`;
const OF_PLACE = `${POSTS} WHERE p.areaCode IN (?, ?) AND k.profile IN ('leader', 'deputy', 'discipline', 'station', 'village-team')`;
const HELD = `
  SELECT t.personId, ${RANKED} FROM tenure t JOIN post p ON p.id = t.postId ${KINDS}
  WHERE t.supersededAt IS NULL AND t.startsOn <= ? AND (t.endsOn IS NULL OR t.endsOn > ?) AND t.personId IN`;

const NOON_MS = 12 * 3600_000;

type PostRow = Omit<LadderPost, 'trades'> & { trades: string | null };

/** A late matter with everybody who may have to be told of it. */
export interface Ladder {
  matter: LateMatter;
  targets: Partial<Record<RungTarget, Party | null>>;
  /** The posts that the targets name: vacant ones keep their own. */
  posts: Partial<Record<RungTarget, string>>;
  /** Who held the late post on the last day in time; null where it was vacant. */
  namedPersonId: string | null;
  superiorPostId: string | null;
}

/** The ladders of one batch of late matters, of today: what several have in common is looked up once. */
export class Ladders {
  private readonly places = new Map<string, Promise<LadderPost[]>>();

  constructor(
    private readonly runner: EntityManager,
    private readonly holders: Holders,
    private readonly kinds: PostKinds,
    private readonly now: Date,
  ) {}

  /** Null where nobody at all answers for the post with which the matter lies. */
  async of(lateness: Lateness, holderPostId: string, areaCode: string): Promise<Ladder | null> {
    const [places, kinds] = [await this.postsAt(areaCode), await this.kinds.all()];
    const holder = places.find((post) => post.postId === holderPostId) ?? (await this.post(holderPostId));
    if (!holder) return null;
    const named = rungTargets.map((target) => [target, targetPost(target, holder, areaCode, places, kinds)] as const);
    const posts = Object.fromEntries(named.flatMap(([target, post]) => (post ? [[target, post.postId]] : [])));
    const parties = await this.parties([holderPostId, ...Object.values(posts)]);
    const party = parties.get(holderPostId);
    if (!party) return null;
    const late = await this.heldThen(holderPostId, lateness.dueOn);
    return {
      matter: { ...lateness, holder: party, managedBy: late.managedBy },
      targets: Object.fromEntries(Object.entries(posts).map(([target, id]) => [target, parties.get(id) ?? null])),
      posts,
      namedPersonId: late.personId,
      superiorPostId: above(holder, places, kinds, null)?.postId ?? null,
    };
  }

  /** 安监站 of the place, whose report to the county is late. */
  async safetyStation(areaCode: string): Promise<string | null> {
    const [places, kinds] = [await this.postsAt(areaCode), await this.kinds.all()];
    const [any] = places;
    return any ? (targetPost('safety-station', any, areaCode, places, kinds)?.postId ?? null) : null;
  }

  private postsAt(areaCode: string): Promise<LadderPost[]> {
    const known = this.places.get(areaCode);
    if (known) return known;
    const asked = this.runner
      .query<PostRow[]>(OF_PLACE, [areaCode, townshipOf(areaCode) ?? areaCode])
      .then((rows) => rows.map(ladderPost));
    this.places.set(areaCode, asked);
    return asked;
  }

  private async post(id: string): Promise<LadderPost | null> {
    const [row] = await this.runner.query<PostRow[]>(`${POSTS} WHERE p.id = ?`, [id]);
    return row ? ladderPost(row) : null;
  }

  /** Who answers for each post today, with all that they hold. */
  private async parties(postIds: string[]): Promise<Map<string, Party>> {
    const holders = await this.holders.of(postIds, this.now, this.runner);
    const held = await this.held([...holders.values()].flatMap((holder) => holder.personId ?? []));
    const parties = new Map<string, Party>();
    for (const [postId, { personId, answeringPostId }] of holders) {
      const posts = held.get(personId ?? '') ?? [];
      const post = posts.find((it) => it.postId === answeringPostId);
      if (personId && post) parties.set(postId, { post, personId, held: posts });
    }
    return parties;
  }

  private async held(personIds: string[]): Promise<Map<string, RankedPost[]>> {
    const ids = [...new Set(personIds)];
    if (ids.length === 0) return new Map();
    const date = dateOf(this.now);
    const sql = `${HELD} (${ids.map(() => '?').join(', ')}) ORDER BY p.id`;
    const rows = await this.runner.query<(RankedPost & { personId: string })[]>(sql, [date, date, ...ids]);
    return new Map(ids.map((id) => [id, rows.filter((row) => row.personId === id)]));
  }

  /** Whose lateness it is: the post's holder of that day, not whoever came after. */
  private async heldThen(postId: string, dueOn: string) {
    const then = new Date(startOf(dueOn).getTime() + NOON_MS);
    const holder = (await this.holders.of([postId], then, this.runner)).get(postId);
    const sql = 'SELECT managedBy FROM person WHERE id = ?';
    const [person] = await this.runner.query<{ managedBy: (typeof managers)[number] }[]>(sql, [holder?.personId ?? '']);
    return { personId: holder?.vacant ? null : (holder?.personId ?? null), managedBy: person?.managedBy ?? null };
  }
}

function ladderPost(row: PostRow): LadderPost {
  return { ...row, trades: row.trades?.split(',') ?? [] };
}
