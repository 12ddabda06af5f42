import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type AreaView, covers, townshipOf } from '@zerentian/shared/areas/area.contract';
import { dateOf } from '@zerentian/shared/calendar';
import type { ActingPost } from '@zerentian/shared/hazards/hazard.facts';
import type { Line, TenureView } from '@zerentian/shared/posts/post.contract';
import { DataSource } from 'typeorm';
import { AreasService } from '../areas/areas.service';
import type { Actor } from '../platform/auth/actor';
import { ProblemError } from '../platform/problem';
import { TRADES } from './holders.service';

/** A post as somebody holds it on a date: what a permission is made of. `areaCode` is the tenure's scope. */
export interface HeldPost extends ActingPost {
  line: Line | null;
  kindKey: string;
  kindName: string;
  title: string;
  unitName: string;
  tenureId: string;
  tenureKind: TenureView['kind'];
  lead: boolean;
  startsOn: string;
  endsOn: string | null;
  trades: string[];
}

interface HeldRow extends Omit<HeldPost, 'trades' | 'lead'> {
  lead: number;
  trades: string | null;
}

const HELD = `
  SELECT p.id, k.profile, k.line, p.unitId, t.areaCode, p.kindKey, k.currentName AS kindName, p.title, u.name AS unitName,
         t.tenureId, t.kind AS tenureKind, t.\`lead\` AS \`lead\`, t.startsOn, t.endsOn,
         ${TRADES} AS trades
  FROM tenure t JOIN post p ON p.id = t.postId JOIN post_kind k ON k.\`key\` = p.kindKey JOIN unit u ON u.id = p.unitId
  WHERE t.personId = ? AND t.supersededAt IS NULL AND t.startsOn <= ? AND (t.endsOn IS NULL OR t.endsOn > ?)
  ORDER BY t.startsOn, p.id`;

/** A part of the register that somebody may read: an area with all below it, narrowed to trades or to one unit. */
export interface Visible {
  areaCode: string;
  trades: string[] | null;
  unitId: string | null;
}

/**
 * A permission comes from a tenure: profile × scope × date. Every service method opens with one of these; what they refuse is
 * refused before anything is read or written.
 */
@Injectable()
export class Access {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly areas: AreasService,
  ) {}

  /** The posts that a person holds at an instant, by what is known today. */
  async postsOf(personId: string, at: Date): Promise<HeldPost[]> {
    const date = dateOf(at);
    const rows: HeldRow[] = await this.source.query(HELD, [personId, date, date]);
    return rows.map((row) => ({ ...row, lead: Boolean(row.lead), trades: row.trades ? row.trades.split(',') : [] }));
  }

  /**
   * The post in which the actor does something at an instant: the one named, or the first that fits. `fits` says whether a post
   * may do it at all; `reaches` whether the place lies in its scope.
   */
  async actIn(
    actor: Actor,
    wanted: { postId?: string; at: Date },
    fits: (post: HeldPost) => boolean,
    reaches?: (post: HeldPost) => boolean,
  ): Promise<HeldPost> {
    return chosenPost(await this.postsOf(actor.personId, wanted.at), wanted.postId, fits, reaches);
  }

  /**
   * The area of the register (units, posts, persons, contacts, the document) that the actor may read: the one asked for, or the
   * township of their first post. Whoever holds a post in a township may read all of it; county posts the townships below.
   * @throws forbidden, unknown_area, outside_scope
   */
  async registerArea(actor: Actor, at: Date, wanted?: string): Promise<string> {
    const posts = await this.postsOf(actor.personId, at);
    const scopes = posts.map((post) => townshipOf(post.areaCode) ?? post.areaCode);
    if (scopes[0] === undefined) throw new ProblemError('forbidden');
    if (wanted === undefined) return scopes[0];
    return (await this.area(wanted, (code) => scopes.some((scope) => covers(scope, code)))).code;
  }

  /**
   * The `area` that a list of hazards or records is narrowed to: one that the asker's posts reach, or that holds one of theirs.
   * @throws unknown_area, outside_scope
   */
  async listArea(posts: HeldPost[], wanted: string): Promise<void> {
    const reaching = posts.filter((post) => post.profile !== 'administrator').map((post) => post.areaCode);
    await this.area(wanted, (code) => reaching.some((own) => covers(own, code) || covers(code, own)));
  }

  /**
   * An area that was asked for by its code. One that is not there, or that the asker does not see, is refused by name: an empty
   * answer would say that there is nothing in it.
   * @throws unknown_area, outside_scope
   */
  async area(code: string, isSeen: (code: string) => boolean, field = 'area'): Promise<AreaView> {
    const area = await this.areas.get(code, field);
    if (!isSeen(code)) throw new ProblemError('outside_scope');
    return area;
  }

  /** What the actor may read of hazards and duty records now. */
  async visible(actor: Actor, at: Date): Promise<Visible[]> {
    return visibleThrough(await this.postsOf(actor.personId, at));
  }
}

/** The rule of `actIn`, for whoever has looked up what the actor holds already. @throws forbidden, post_not_held, outside_scope */
export function chosenPost(
  held: HeldPost[],
  postId: string | undefined,
  fits: (post: HeldPost) => boolean,
  reaches: (post: HeldPost) => boolean = () => true,
): HeldPost {
  const candidates = postId === undefined ? held : held.filter((post) => post.id === postId);
  if (candidates.length === 0) throw new ProblemError(postId === undefined ? 'forbidden' : 'post_not_held');
  const able = candidates.filter(fits);
  if (able.length === 0) throw new ProblemError('forbidden');
  const post = able.find(reaches);
  if (!post) throw new ProblemError('outside_scope');
  return post;
}

/**
 * Village posts see their village, 包村 teams their villages, trade stations their trade, enterprise heads their enterprise, the rest
 * their area. What a unit must put right is seen by whoever heads it, wherever it lies: `areaCode` is empty there.
 */
export function visibleThrough(posts: HeldPost[]): Visible[] {
  return posts.flatMap((post): Visible[] => {
    if (post.profile === 'administrator') return [];
    const own = { areaCode: '', trades: null, unitId: post.unitId };
    if (post.profile === 'enterprise-head') return [own];
    const isTradeStation = (post.profile === 'station' || post.profile === 'member') && post.line === 'sector';
    if (isTradeStation) return [{ areaCode: post.areaCode, trades: post.trades, unitId: null }, own];
    return [{ areaCode: post.areaCode, trades: null, unitId: null }];
  });
}

/** Whether something at a place, of a trade, of a unit may be seen. */
export function sees(
  visible: Visible[],
  thing: { areaCode: string; trade: string | null; unitIds: (string | null)[] },
): boolean {
  return visible.some(
    (part) =>
      covers(part.areaCode, thing.areaCode) &&
      (part.trades === null || (thing.trade !== null && part.trades.includes(thing.trade))) &&
      (part.unitId === null || thing.unitIds.includes(part.unitId)),
  );
}
