import type { PostView } from '@zerentian/shared/posts/post.contract';

/** A post as people name it: with its enterprise or its place, unless the title already says it. */
export function postWords({
  title,
  areaName,
  unitName,
  profile,
}: Pick<PostView, 'title' | 'areaName' | 'unitName' | 'profile'>): string {
  if (profile === 'enterprise-head' && !title.includes(unitName)) return `${unitName}${title}`;
  return title.includes(areaName) ? title : `${title} · ${areaName}`;
}
