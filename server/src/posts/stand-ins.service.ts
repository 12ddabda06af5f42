import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { kindsAbove } from '@zerentian/shared/accountability/superior.rule';
import { townshipOf } from '@zerentian/shared/areas/area.contract';
import { dateOf } from '@zerentian/shared/calendar';
import { DataSource } from 'typeorm';
import { within } from '../platform/http/keyset';
import type { HeldPost } from './access.service';
import { Holders } from './holders.service';
import { PostKinds } from './post-kinds.service';

/** 岗位空缺: a vacant post, and the one of somebody's own posts that answers for it as its superior. */
export interface StandIn {
  vacantPost: string;
  post: HeldPost;
}

const VACANT = `
  SELECT p.id FROM post p
  WHERE NOT EXISTS (SELECT 1 FROM tenure t WHERE t.postId = p.id AND t.supersededAt IS NULL AND t.startsOn <= ?
                    AND (t.endsOn IS NULL OR t.endsOn > ?))`;

/** Whose matters lie with somebody because nobody holds the post below theirs. */
@Injectable()
export class StandIns {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly holders: Holders,
    private readonly kinds: PostKinds,
  ) {}

  /** Vacant posts, by id, that one of these posts might answer for: all such in their townships whose kind stands below. */
  async candidates(posts: HeldPost[], at: Date): Promise<string[]> {
    const below = await this.kindsBelow(posts);
    if (below.length === 0) return [];
    const date = dateOf(at);
    const townships = new Set(posts.map((post) => townshipOf(post.areaCode) ?? post.areaCode));
    const areas = [...townships].map((code) => within('p.areaCode', code));
    const rows = await this.source.query<{ id: string }[]>(
      `${VACANT} AND (${areas.map(({ sql }) => `(${sql})`).join(' OR ')}) AND p.kindKey IN (${below.map(() => '?').join(', ')})`,
      [date, date, ...areas.flatMap(({ parameters }) => parameters), ...below],
    );
    return rows.map((row) => row.id);
  }

  /** The kinds that stand below one of these posts'. */
  private async kindsBelow(posts: HeldPost[]): Promise<string[]> {
    const kinds = await this.kinds.all();
    const own = new Set(posts.map((post) => post.kindKey));
    return [...kinds.keys()].filter((key) => kindsAbove(kinds, key).some((above) => own.has(above)));
  }

  /** Those of some posts that one of these answers for, by id: the very superior that a matter's holder is shown as. */
  async among(vacantIds: string[], posts: HeldPost[], at: Date): Promise<Map<string, StandIn>> {
    const found = new Map<string, StandIn>();
    for (const [id, { vacant, title, answeringPostId }] of await this.holders.of(vacantIds, at)) {
      const post = posts.find((it) => it.id === answeringPostId);
      if (vacant && post) found.set(id, { vacantPost: title, post });
    }
    return found;
  }
}
