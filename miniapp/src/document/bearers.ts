import type { StudyView } from '@zerentian/shared/duties/study.contract';

export type StudyDuty = StudyView['duties'][number];
export type StudyPost = StudyView['postKinds'][number]['posts'][number];

/** The duties of a sentence, mine first. */
export function dutiesOf(study: StudyView, keys: readonly string[]): StudyDuty[] {
  const duties = study.duties.filter((duty) => keys.includes(duty.key));
  return [...duties.filter((duty) => duty.mine), ...duties.filter((duty) => !duty.mine)];
}

/** Duties that lie on the same bearer. */
export interface BearerGroup {
  bearer: string;
  mine: boolean;
  duties: StudyDuty[];
}

/** Each bearer named once, with all that the sentence lays on them. */
export function groupsOf(duties: readonly StudyDuty[]): BearerGroup[] {
  const groups = new Map<string, BearerGroup>();
  for (const duty of duties) {
    const group = groups.get(duty.bearer) ?? { bearer: duty.bearer, mine: false, duties: [] };
    groups.set(duty.bearer, { ...group, mine: group.mine || duty.mine, duties: [...group.duties, duty] });
  }
  return [...groups.values()];
}

/** The posts that bear duties: my own first, then those of my places, then the register's order. */
export function bearersOf(study: StudyView, duties: readonly StudyDuty[], scopes: readonly string[]): StudyPost[] {
  const posts = study.postKinds
    .filter(({ key }) => duties.some((duty) => duty.postKinds.includes(key)))
    .flatMap((kind) => kind.posts);
  const isNear = (post: StudyPost) => scopes.some((scope) => scope.length === 12 && scope === post.areaCode);
  const rank = (post: StudyPost) => (post.mine ? 0 : isNear(post) ? 1 : 2);
  return [...posts].sort((a, b) => rank(a) - rank(b));
}
