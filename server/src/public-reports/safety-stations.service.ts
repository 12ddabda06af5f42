import { Injectable } from '@nestjs/common';
import { covers } from '@zerentian/shared/areas/area.contract';
import { isSafetyDeputy, isSafetyStation } from '@zerentian/shared/hazards/hazard.roles';
import type { EntityManager } from 'typeorm';
import type { HeldPost } from '../posts/access.service';
import { Holders } from '../posts/holders.service';

const STATION = `
  SELECT p.id FROM post p JOIN post_kind k ON k.\`key\` = p.kindKey
  WHERE p.areaCode = ? AND k.line = 'supervision' AND k.profile = 'station' ORDER BY k.singleHolder DESC, p.id LIMIT 1`;

/** Who sifts what the public reports, and who may know who reported. */
@Injectable()
export class SafetyStations {
  constructor(private readonly holders: Holders) {}

  /** The head's post of a township's 安监站, or null. */
  async of(tx: EntityManager, townshipCode: string): Promise<string | null> {
    const [post] = await tx.query<{ id: string }[]>(STATION, [townshipCode]);
    return post?.id ?? null;
  }

  /** Those of the posts that sift: 安监站's, and 分管's while the station's own is vacant. */
  async sifting(tx: EntityManager, posts: HeldPost[], at: Date): Promise<HeldPost[]> {
    const found: HeldPost[] = [];
    for (const post of posts) {
      if (isSafetyStation(post)) found.push(post);
      else if (isSafetyDeputy(post) && (await this.standsIn(tx, post, at))) found.push(post);
    }
    return found;
  }

  private async standsIn(tx: EntityManager, post: HeldPost, at: Date): Promise<boolean> {
    const station = await this.of(tx, post.areaCode);
    const holder = (await this.holders.of([station], at, tx)).get(station ?? '');
    return holder?.vacant === true && holder.answeringPostId === post.id;
  }
}

/** Whether what the public reports may be read in a post: 安监站 and 分管, no other, whatever else they lead or supervise. */
export function readsReports(post: HeldPost): boolean {
  return isSafetyStation(post) || isSafetyDeputy(post);
}

/** Whether a place lies in a post's scope. */
export function reachesPlace(post: HeldPost, areaCode: string): boolean {
  return covers(post.areaCode, areaCode);
}
