import type { StudyView } from '@zerentian/shared/duties/study.contract';

export type StudyDuty = StudyView['duties'][number];
export type StudyPost = StudyView['postKinds'][number]['posts'][number];

/** The duties of a sentence, mine first. */
export function dutiesOf(study: StudyView, keys: readonly string[]): StudyDuty[] {
  const duties = study.duties.filter((duty) => keys.includes(duty.key));
  return [...duties.filter((duty) => duty.mine), ...duties.filter((duty) => !duty.mine)];
}

/** The posts that bear a duty: my own first, then those of my places, then the register's order. */
export function bearersOf(study: StudyView, duty: StudyDuty, scopes: readonly string[]): StudyPost[] {
  const posts = study.postKinds.filter(({ key }) => duty.postKinds.includes(key)).flatMap((kind) => kind.posts);
  const isNear = (post: StudyPost) => scopes.some((scope) => scope.length === 12 && scope === post.areaCode);
  const rank = (post: StudyPost) => (post.mine ? 0 : isNear(post) ? 1 : 2);
  return [...posts].sort((a, b) => rank(a) - rank(b));
}
