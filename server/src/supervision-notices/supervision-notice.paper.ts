import { Inject, Injectable } from '@nestjs/common';
import { dateOf } from '@zerentian/shared/calendar';
import {
  NOT_A_CLUE,
  type SupervisionNoticeView,
  supervisionOutcomeNames,
} from '@zerentian/shared/supervision-notices/supervision-notice.contract';
import { chineseDate, chineseTime, shortTime } from '@zerentian/shared/work-summaries/chinese-dates';
import { LedgerHistory } from '../ledger/ledger-history.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { Paper } from '../platform/pdf/paper';
import { SupervisionNotices } from './supervision-notices.service';

const COLUMNS = [0.2, 0.8];

/** 监督提示 as a paper, for those who may read it. */
@Injectable()
export class SupervisionNoticePapers {
  @Inject() private readonly clock: Clock;
  @Inject() private readonly history: LedgerHistory;
  @Inject() private readonly notices: SupervisionNotices;

  /** @throws not_found */
  async of(actor: Actor, id: string): Promise<{ name: string; file: Buffer }> {
    const notice = await this.notices.one(actor, id);
    const now = this.clock.now();
    const acts = await this.history.of('supervision-notice', id);
    const foot = [`${notice.number}　台账链第 ${acts.at(-1)?.seq} 条　${shortTime(now)} 由责任田系统打印`];
    const paper = new Paper({ title: notice.number, at: now, foot });
    compose(paper, notice);
    return { name: `${notice.number}.pdf`, file: await paper.finish() };
  }
}

function compose(paper: Paper, notice: SupervisionNoticeView): void {
  const label = (text: string) => ({ text, label: true });
  paper.title(null, '监督提示');
  paper.paragraph(notice.number, { align: 'right', size: 10.5 });
  paper.paragraph('乡纪委：', { weight: 'bold' });
  paper.paragraph('下面这项负有监督管理职责的工作已经逾期，特此提示，请予关注。', { indent: true });
  paper.gap(6);
  paper.table({ columns: COLUMNS }, [
    [label('事项'), { text: notice.matter }],
    [label('应办的工作'), { text: notice.step }],
    [label('责任岗位'), { text: named(notice.named) }],
    [label('到手时间'), { text: chineseTime(new Date(notice.since)) }],
    [label('应办完日期'), { text: `${chineseDate(notice.dueOn)}（含当日）` }],
    [label('提示依据'), { text: notice.rule }],
    [label('提示时间'), { text: chineseTime(new Date(notice.madeAt)) }],
    [label('说明情况'), { text: explanation(notice), least: 64 }],
    [label('乡纪委办理'), { text: outcome(notice), least: 64 }],
  ]);
  paper.gap(6);
  paper.paragraph(`${NOT_A_CLUE}本提示由系统按规则自动生成，不盖章。`, { size: 10.5 });
  paper.paragraph(chineseDate(dateOf(new Date(notice.madeAt))), { align: 'right' });
}

function named({ post, name }: SupervisionNoticeView['named']): string {
  return [post, name ?? '（应办完日期当天岗位空缺）'].filter(Boolean).join('　');
}

/** Left free until it is known: it may be written in by hand. */
function explanation({ explanation: text, explainedAt, explainedBy }: SupervisionNoticeView): string {
  if (text === null || !explainedAt) return '';
  return `${text}\n（${explainedBy?.name ?? ''}，${chineseTime(new Date(explainedAt))}）`;
}

function outcome({ outcome: done, outcomeText, outcomeAt, outcomeBy }: SupervisionNoticeView): string {
  if (done === null || !outcomeAt) return '';
  const words = outcomeText ? `：${outcomeText}` : '';
  return `${supervisionOutcomeNames[done]}${words}\n（${outcomeBy?.name ?? ''}，${chineseTime(new Date(outcomeAt))}）`;
}
