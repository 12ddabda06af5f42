import type { EntityManager } from 'typeorm';
import type { HeldPost } from '../posts/access.service';
import type { Holders } from '../posts/holders.service';

/** More levels than a township has; a catalogue whose kinds report in a circle ends here as well. */
const LEVELS = 6;

/**
 * The first post, from `postId` upwards (superior.rule.ts), that somebody else answers for than the asker: neither one of theirs nor, vacant,
 * left to them as its superior. Null where there is none: whoever asks for help is never the one who must give it.
 */
export async function firstOther(
  tx: EntityManager,
  holders: Holders,
  postId: string,
  asker: { personId: string; posts: HeldPost[] },
  at: Date,
): Promise<string | null> {
  let seen: string | null = postId;
  for (let level = 0; seen !== null && level < LEVELS; level++) {
    const id: string = seen;
    const holder = (await holders.of([id], at, tx)).get(id);
    if (holder?.personId !== asker.personId && !asker.posts.some((post) => post.id === id)) return id;
    seen = await holders.superiorOf(id, at, tx);
  }
  return null;
}
