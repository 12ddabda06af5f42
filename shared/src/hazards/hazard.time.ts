/** How long a matter lay with somebody is seen by that person, their 分管 and the 乡长 (domain: who sees what); by nobody else. */
import { type Kinds, kindsAbove } from '../accountability/superior.rule';
import type { ActingPost } from './hazard.facts';
import { isSafetyDeputy } from './hazard.roles';

/** Whoever held the matter: the person on that day, and the post's kind by the one that it reports to. */
export interface PastHolder {
  personId: string | null;
  profile: ActingPost['profile'];
  reportsTo: string | null;
}

/** The asker, with the kinds of the posts held today. */
export interface TimeReader {
  personId: string;
  posts: readonly (Pick<ActingPost, 'profile' | 'line' | 'areaCode'> & { kindKey: string })[];
}

/** Whether the asker may know how long the matter lay with that holder. 分管 are not told of each other, nor of those above them. */
export function mayKnowTime(reader: TimeReader, holder: PastHolder, areaCode: string, kinds: Kinds): boolean {
  if (holder.personId === reader.personId) return true;
  const above = holder.reportsTo === null ? [] : [holder.reportsTo, ...kindsAbove(kinds, holder.reportsTo)];
  const head = above.find((key) => kinds.get(key)?.profile === 'leader');
  const isBelow = holder.profile !== 'leader' && holder.profile !== 'deputy' && holder.profile !== 'county';
  return reader.posts.some((post) => {
    if (!areaCode.startsWith(post.areaCode)) return false;
    return post.kindKey === head || (isBelow && isSafetyDeputy(post));
  });
}
