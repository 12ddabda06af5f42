import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { townshipOf } from '@zerentian/shared/areas/area.contract';
import { dateOf } from '@zerentian/shared/calendar';
import { DataSource } from 'typeorm';
import { within } from '../platform/http/keyset';
import type { HeldPost } from './access.service';
import { Holders } from './holders.service';

/** 岗位空缺: a vacant post, and the one of somebody's own posts that answers for it as its superior. */
export interface StandIn {
  vacantPost: string;
  post: HeldPost;
}

/** As far up as Holders looks for a superior. */
const VACANT = `
  SELECT p.id FROM post p JOIN post_kind k ON k.\`key\` = p.kindKey
  LEFT JOIN post_kind k2 ON k2.\`key\` = k.reportsTo LEFT JOIN post_kind k3 ON k3.\`key\` = k2.reportsTo
  WHERE NOT EXISTS (SELECT 1 FROM tenure t WHERE t.postId = p.id AND t.supersededAt IS NULL AND t.startsOn <= ?
                    AND (t.endsOn IS NULL OR t.endsOn > ?))`;

/** Whose matters lie with somebody because nobody holds the post below theirs. */
@Injectable()
export class StandIns {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly holders: Holders,
  ) {}

  /** Vacant posts, by id, that one of these posts might answer for: all such in their townships whose kind stands below. */
  async candidates(posts: HeldPost[], at: Date): Promise<string[]> {
    if (posts.length === 0) return [];
    const date = dateOf(at);
    const townships = new Set(posts.map((post) => townshipOf(post.areaCode) ?? post.areaCode));
    const areas = [...townships].map((code) => within('p.areaCode', code));
    const kinds = [...new Set(posts.map((post) => post.kindKey))];
    const marks = kinds.map(() => '?').join(', ');
    const above = ['k', 'k2', 'k3'].map((kind) => `${kind}.reportsTo IN (${marks})`).join(' OR ');
    const rows = await this.source.query<{ id: string }[]>(
      `${VACANT} AND (${areas.map(({ sql }) => `(${sql})`).join(' OR ')}) AND (${above})`,
      [date, date, ...areas.flatMap(({ parameters }) => parameters), ...kinds, ...kinds, ...kinds],
    );
    return rows.map((row) => row.id);
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
