import type { AnswerableView } from '@zerentian/shared/accountability/accountability.contract';
import { tenureKindNames } from '@zerentian/shared/posts/post.contract';
import { dateWords } from '../ui/time/time-words';

const ROLES: Record<NonNullable<AnswerableView['role']>, string> = { assist: '协助', lead: '牵头', oversee: '督导' };

type Tenure = Pick<AnswerableView, 'role' | 'lead' | 'tenureKind' | 'since'>;

/** 牵头 · 代理 · 2025年3月1日起: the part played, how the post is held, since when. */
export function tenureWords({ role, lead, tenureKind, since }: Tenure): string {
  const words = [
    role && ROLES[role],
    lead && '牵头人',
    tenureKind && tenureKindNames[tenureKind],
    since && `${dateWords(since)}起`,
  ];
  return words.filter(Boolean).join(' · ');
}

/** Whether somebody may name a stand-in there: the administrator, leaders and the office, within their scope. */
export function mayAppoint(posts: readonly { profile: string; areaCode: string }[], areaCode: string): boolean {
  return posts.some(
    ({ profile, areaCode: scope }) =>
      (profile === 'administrator' || profile === 'leader' || profile === 'office') && areaCode.startsWith(scope),
  );
}
