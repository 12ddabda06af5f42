import type { TodayItem } from '@zerentian/shared/today/today.contract';
import type { HeldPost } from '../posts/access.service';

/** An item of a post before anything else is known of it. */
export function blankItem(post: HeldPost): Omit<TodayItem, 'kind' | 'title'> {
  const nothing = {
    subtitle: null,
    vacantPost: null,
    duty: null,
    hazardId: null,
    reminderId: null,
    supervisionNoticeId: null,
    publicReportId: null,
    recordKind: null,
    step: null,
    since: null,
    dueOn: null,
  };
  return { postId: post.id, post: post.title, overdueDays: 0, ...nothing };
}
