import { Inject, Injectable } from '@nestjs/common';
import { type CampaignPaper, campaignPaperNames } from '@zerentian/shared/campaigns/campaign.contract';
import { shortTime } from '@zerentian/shared/work-summaries/chinese-dates';
import { Checklists } from '../checklists/checklists.service';
import { LedgerHistory } from '../ledger/ledger-history.service';
import { PaperRegister } from '../papers/paper-register.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { Paper } from '../platform/pdf/paper';
import { ProblemError } from '../platform/problem';
import { TradesService } from '../trades/trades.service';
import { type CampaignPaperFacts, campaignPlanPaper, campaignReportPaper } from './campaign.paper';
import { Campaigns } from './campaigns.service';

const COMPOSERS: Record<CampaignPaper, (paper: Paper, facts: CampaignPaperFacts) => Promise<void>> = {
  plan: campaignPlanPaper,
  report: campaignReportPaper,
};

/** Papers of a campaign: its plan at any time, its report once it is finished. */
@Injectable()
export class CampaignPapers {
  @Inject() private readonly campaigns: Campaigns;
  @Inject() private readonly checklists: Checklists;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly history: LedgerHistory;
  @Inject() private readonly register: PaperRegister;
  @Inject() private readonly trades: TradesService;

  /** @throws forbidden, not_found, step_not_allowed for the report of one that is not finished */
  async of(actor: Actor, id: string, kind: CampaignPaper): Promise<{ name: string; file: Buffer }> {
    const campaign = await this.campaigns.detail(actor, id);
    if (kind === 'report' && campaign.state !== 'finished')
      throw new ProblemError('step_not_allowed', '这个行动还没有结束，所以没有《工作总结》。结束行动后就能打印。');
    const title = `${campaignPaperNames[kind]} ${campaign.number}`;
    const paper = new Paper({ title, at: this.clock.now(), foot: await this.foot(id, campaign.number) });
    await COMPOSERS[kind](paper, {
      issuer: await this.register.issuer(campaign.townshipCode),
      campaign,
      checklist: await this.checklists.titleOf(campaign.townshipCode, campaign.checklistKey),
      tradeName: (key) => this.trades.find(key)?.name ?? key,
    });
    return { name: `${title}.pdf`, file: await paper.finish() };
  }

  private async foot(id: string, number: string): Promise<string[]> {
    const act = (await this.history.of('campaign', id)).at(-1);
    const { chain, hash } = await this.register.entry(id, act?.seq ?? 0);
    const printed = `${shortTime(this.clock.now())} 由责任田系统打印`;
    return [`行动编号 ${number}　台账链 ${chain} 第 ${act?.seq} 条　${printed}`, `记录哈希 ${hash}`];
  }
}
