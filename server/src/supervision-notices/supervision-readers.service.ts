import { Injectable } from '@nestjs/common';
import type { HeldPost } from '../posts/access.service';
import { Holders } from '../posts/holders.service';
import { StandIns } from '../posts/stand-ins.service';
import type { SupervisionNotice } from './supervision-notice.entity';

/** The asker, with the posts for which they are the one who answers: of a team only whoever leads it; and vacant ones below them. */
export interface Reader {
  personId: string;
  posts: HeldPost[];
  /** Post answered for → the own post in which that is done. */
  answersFor: ReadonlyMap<string, string>;
}

/** Who reads which 监督提示. */
@Injectable()
export class SupervisionReaders {
  constructor(
    private readonly holders: Holders,
    private readonly standIns: StandIns,
  ) {}

  async of(personId: string, posts: HeldPost[], at: Date): Promise<Reader> {
    const answersFor = new Map<string, string>();
    const holders = await this.holders.of(
      posts.map((post) => post.id),
      at,
    );
    for (const post of posts) if (holders.get(post.id)?.personId === personId) answersFor.set(post.id, post.id);
    const vacant = await this.standIns.candidates(posts, at);
    if (vacant.length > 0) {
      for (const [id, { post }] of await this.standIns.among(vacant, posts, at)) answersFor.set(id, post.id);
    }
    return { personId, posts, answersFor };
  }
}

/** 乡纪委, whom it names, and their superior; nobody else. */
export function mayRead(reader: Reader, notice: SupervisionNotice): boolean {
  const posts = [notice.toPostId, notice.postId, notice.superiorPostId];
  return notice.personId === reader.personId || posts.some((id) => id !== null && reader.answersFor.has(id));
}

/** The post in which the reader marks it as 乡纪委 while there is something to mark. Nobody marks what names themselves. */
export function handlingPost(reader: Reader, notice: SupervisionNotice): string | null {
  if (notice.outcome === 'understood' || notice.personId === reader.personId) return null;
  return reader.answersFor.get(notice.toPostId) ?? null;
}

/** The post in which the reader may explain it, once: whoever it names; whoever answers for the post where it names nobody. */
export function explainingPost(reader: Reader, notice: SupervisionNotice): string | null {
  if (notice.explanation !== null) return null;
  if (notice.personId === null) return reader.answersFor.get(notice.postId) ?? null;
  if (notice.personId !== reader.personId) return null;
  return (reader.posts.find((post) => post.id === notice.postId) ?? reader.posts[0])?.id ?? null;
}
