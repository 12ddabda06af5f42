import type { SelfCheckView } from '@zerentian/shared/self-checks/self-check.contract';
import type { SelfCheckState } from '@zerentian/shared/self-checks/self-check.lifecycle';

/** What an entry is called in the list: its line, or that there is only a photo. */
export function titleOf({ text, photos }: Pick<SelfCheckView, 'text' | 'photos'>): string {
  return text ?? `只有照片（${photos.length} 张）`;
}

export function toneOf(state: SelfCheckState): 'neutral' | 'active' | 'done' {
  if (state === 'fixed') return 'done';
  return state === 'referred' ? 'active' : 'neutral';
}
