import type { HeldPostView } from '@zerentian/shared/people/session.contract';
import type { HeldPost } from '../posts/access.service';

/** A held post as its holder sees it. */
export function heldPostView(post: HeldPost, areaName: string): HeldPostView {
  return {
    id: post.id,
    kind: post.kindKey,
    kindName: post.kindName,
    title: post.title,
    profile: post.profile,
    line: post.line,
    unitId: post.unitId,
    unitName: post.unitName,
    areaCode: post.areaCode,
    areaName,
    trades: post.trades,
    tenureKind: post.tenureKind,
    lead: post.lead,
    from: post.startsOn,
    until: post.endsOn,
  };
}
