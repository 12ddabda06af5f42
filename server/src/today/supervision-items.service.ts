import { Injectable } from '@nestjs/common';
import type { TodayItem } from '@zerentian/shared/today/today.contract';
import type { HeldPost } from '../posts/access.service';
import { SupervisionNotices } from '../supervision-notices/supervision-notices.service';
import { blankItem } from './today.item';

/** 监督提示 in 今日: for 乡纪委 to mark, for whom it names to explain. */
@Injectable()
export class SupervisionItems {
  constructor(private readonly notices: SupervisionNotices) {}

  async items(personId: string, posts: HeldPost[]): Promise<TodayItem[]> {
    const waiting = await this.notices.waiting(personId, posts);
    return waiting.flatMap((notice) => {
      const post = posts.find(({ id }) => id === (notice.mayHandle ?? notice.mayExplain));
      if (!post) return [];
      return [
        {
          ...blankItem(post),
          kind: 'supervision' as const,
          title: notice.matter,
          subtitle: `${notice.number}：${notice.named.post ?? ''}的“${notice.step}”逾期`,
          supervisionNoticeId: notice.id,
          step: notice.mayHandle ? '去看监督提示' : '去说明情况',
          since: notice.madeAt,
        },
      ];
    });
  }
}
