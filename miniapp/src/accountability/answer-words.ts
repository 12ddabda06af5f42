import type { AnswerableView, AnsweringClause } from '@zerentian/shared/accountability/accountability.contract';
import { tenureKindNames } from '@zerentian/shared/posts/post.contract';
import { dateWords } from '../ui/time/time-words';

const ROLES: Record<NonNullable<AnswerableView['role']>, string> = { assist: '协助', lead: '包村', oversee: '督导' };

type Tenure = Pick<AnswerableView, 'role' | 'lead' | 'tenureKind' | 'since'>;

/** 牵头 · 代理 · 2025年3月1日起: the part played, how the post is held, since when. */
export function tenureWords({ role, lead, tenureKind, since }: Tenure): string {
  const part = lead ? '牵头' : role && ROLES[role];
  const words = [part, tenureKind && tenureKindNames[tenureKind], since && `${dateWords(since)}起`];
  return words.filter(Boolean).join(' · ');
}

/** One person in a line, with every post of theirs in it: in most villages one is secretary and director. */
export interface Answer {
  key: string;
  /** The first of the posts; all of it where the post is vacant. */
  holder: AnswerableView;
  posts: AnswerableView[];
  /** The clauses of all the posts, each once. */
  clauses: AnsweringClause[];
}

/** Posts of the same person become one answer, where the first of them stands. */
export function answersOf(holders: readonly AnswerableView[]): Answer[] {
  const answers = new Map<string, Answer>();
  for (const holder of holders) {
    const key = holder.vacant || holder.personId === null ? `vacant-${holder.postId}` : holder.personId;
    const known = answers.get(key);
    const posts = [...(known?.posts ?? []), holder];
    const clauses = [...(known?.clauses ?? []), ...holder.clauses.filter((clause) => !has(known, clause))];
    answers.set(key, { key, holder: known?.holder ?? holder, posts, clauses });
  }
  return [...answers.values()];
}

function has(answer: Answer | undefined, { key }: AnsweringClause): boolean {
  return answer?.clauses.some((known) => known.key === key) ?? false;
}

/** 吴马营村党支部书记、村委会主任: the unit is named once. */
export function postWords(posts: readonly Pick<AnswerableView, 'post' | 'unitName'>[]): string {
  return posts.map((post, index) => (index === 0 ? post.post : shortTitle(post))).join('、');
}

/** The title without the unit's name before it. */
function shortTitle({ post, unitName }: Pick<AnswerableView, 'post' | 'unitName'>): string {
  return post.startsWith(unitName) && post !== unitName ? post.slice(unitName.length) : post;
}

/** How each post is held; one line where all are held alike. */
export function tenureLines(posts: readonly (Tenure & Pick<AnswerableView, 'post' | 'unitName'>)[]): string[] {
  const lines = posts.map((post) => tenureWords(post));
  if (new Set(lines).size === 1) return lines.slice(0, 1);
  return posts.map((post, index) => `${shortTitle(post)}：${lines[index]}`);
}

/** Whether somebody may name a stand-in there: the administrator, leaders and the office, within their scope. */
export function mayAppoint(posts: readonly { profile: string; areaCode: string }[], areaCode: string): boolean {
  return posts.some(
    ({ profile, areaCode: scope }) =>
      (profile === 'administrator' || profile === 'leader' || profile === 'office') && areaCode.startsWith(scope),
  );
}
