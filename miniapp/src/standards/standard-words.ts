import { isSafetyStation } from '@zerentian/shared/hazards/hazard.roles';
import type { HeldPostView } from '@zerentian/shared/people/session.contract';
import type { StandardView } from '@zerentian/shared/standards/standard.contract';
import { basisWords } from '@zerentian/shared/standards/standard.rule';

/** Where an entry rests on, in one line that says whether anybody compared it with the text. */
export function basisLine(entry: StandardView): string {
  const words = basisWords(entry);
  if (words === '') return '日常经验';
  return entry.verified ? `${words}（已核对原文）` : `${words}（未核实原文）`;
}

/** Whose entry it is. */
export function authorWords({ areaCode }: Pick<StandardView, 'areaCode'>): string {
  if (areaCode === null) return '系统自带';
  return areaCode.length === 9 ? '本乡' : '县级';
}

/** The area for which somebody may write entries; empty for whoever may not: 安监站 for its township, the county for its own. */
export function areaOfEditor(posts: readonly HeldPostView[]): string {
  const post = posts.find((held) => held.profile === 'county' || isSafetyStation(held));
  return post ? post.areaCode.slice(0, 9) : '';
}
