import { Injectable } from '@nestjs/common';
import { firstCharacters } from '@zerentian/shared/hazards/hazard.title';
import type { PublicReportStage } from '@zerentian/shared/public-reports/public-report.lifecycle';
import type { TodayItem } from '@zerentian/shared/today/today.contract';
import type { HeldPost } from '../posts/access.service';
import { PublicSifting } from '../public-reports/public-sifting.service';
import { blankItem } from './today.item';

/** More than a station gets through in a day. */
const SHOWN = 100;
const TITLE = 60;

const WORDS: Partial<Record<PublicReportStage, string>> = {
  received: '群众举报，待筛查',
  declined: '群众举报，隐患不予受理，待向举报人说明',
  disputed: '举报人反馈没有整改好，待核查',
};

/** 群众举报 that lie with 安监站, as things to do: never who reported. */
@Injectable()
export class PublicReportItems {
  constructor(private readonly sifting: PublicSifting) {}

  async of(posts: HeldPost[]): Promise<TodayItem[]> {
    return (await this.sifting.waiting(posts, SHOWN)).map(({ post, report }) => ({
      ...blankItem(post),
      kind: 'public-report' as const,
      title: report.description === null ? '只有照片的举报' : firstCharacters(report.description, TITLE),
      subtitle: [WORDS[report.stage], report.place, report.spot].filter(Boolean).join('，'),
      publicReportId: report.id,
      step: report.stage === 'received' ? '筛查举报' : '去处理',
      since: (report.stage === 'disputed' ? report.feedback?.at : null) ?? report.receivedAt,
    }));
  }
}
