import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { firstCharacters } from '@zerentian/shared/hazards/hazard.title';
import type { AnswerPublicReport, FollowedReport } from '@zerentian/shared/public-reports/public-report.contract';
import {
  mayTake,
  type PublicReportStage,
  progressOf,
  publicReportTransitions,
} from '@zerentian/shared/public-reports/public-report.lifecycle';
import { DataSource, type EntityManager } from 'typeorm';
import { Ledger } from '../ledger/ledger.service';
import { Notices } from '../notices/notices.service';
import { RateLimiter } from '../platform/auth/rate-limiter';
import { Clock } from '../platform/clock';
import { lockedOne } from '../platform/database/locked';
import { namesOf } from '../platform/database/names';
import { ProblemError } from '../platform/problem';
import { Writes } from '../platform/writes/writes.service';
import { PublicNumbers } from './public-numbers.service';
import { PublicPoint } from './public-point.entity';
import { PublicReport } from './public-report.entity';
import { type Followed, feedbackOf, standingOf } from './public-report.rows';
import { PublicReports, type PublicSender } from './public-reports.service';
import { SafetyStations } from './safety-stations.service';

/** The reporter's side after the report: how far it is, and whether it is really put right. Names nobody. */
@Injectable()
export class PublicFollow {
  @Inject() private readonly clock: Clock;
  @Inject() private readonly ledger: Ledger;
  @Inject() private readonly limiter: RateLimiter;
  @Inject() private readonly notices: Notices;
  @Inject() private readonly numbers: PublicNumbers;
  @Inject() private readonly reports: PublicReports;
  @Inject() private readonly stations: SafetyStations;
  @Inject() private readonly writes: Writes;
  @InjectDataSource() private readonly source: DataSource;

  /** @throws not_found, too_many_requests */
  async of(followCode: string, address: string): Promise<FollowedReport> {
    return this.view(this.source.manager, await this.reports.withFollowCode(followCode, address));
  }

  /** What the reporter says once the matter is settled. @throws not_found, step_not_allowed, too_many_requests */
  async answer(followCode: string, sender: PublicSender, input: AnswerPublicReport): Promise<FollowedReport> {
    const { id } = await this.reports.withFollowCode(followCode, sender.address);
    this.limiter.count('public-report-by-address', sender.address);
    return this.writes.once({ personId: id, request: sender.request }, async (tx) => {
      const report = (await lockedOne(tx, PublicReport, { id })) as PublicReport;
      const { stage } = await standingOf(tx, report);
      const step = input.fixed ? 'confirm' : 'dispute';
      if (!mayTake(stage, step, 'reporter'))
        throw new ProblemError(
          'step_not_allowed',
          '现在不能反馈：事情还没有办结，或者已经反馈过了。请刷新后看最新进展。',
        );
      const now = this.clock.now();
      const changes = {
        state: publicReportTransitions.find((it) => it.step === step)?.to as 'confirmed' | 'disputed',
        fixed: input.fixed,
        feedback: input.text ?? null,
        feedbackAt: now,
        updatedAt: now,
      };
      await tx.update(PublicReport, { id }, changes);
      await this.ledger.record(tx, {
        areaCode: report.areaCode,
        act: `public-report-${step}`,
        subjectType: 'public-report',
        subjectId: id,
        personId: null,
        postId: null,
        moment: { occurredAt: now, receivedAt: now, doubted: false },
        changes,
      });
      const next = { ...report, ...changes };
      if (!input.fixed) await this.tell(tx, next);
      return this.view(tx, next);
    });
  }

  private async tell(tx: EntityManager, report: PublicReport): Promise<void> {
    const words = `举报人反馈没有整改好：${report.feedback ?? firstCharacters(report.description ?? '（只有照片）', 40)}`;
    const station = await this.stations.of(tx, report.townshipCode);
    await this.notices.send(tx, [station], words, report.hazardId, report.updatedAt);
  }

  private async view(tx: EntityManager, report: PublicReport): Promise<FollowedReport> {
    const { stage, hazard } = await standingOf(tx, report);
    const point = await tx.findOneByOrFail(PublicPoint, { id: report.pointId });
    const place = (await namesOf(tx, 'unit', 'id', [point.unitId])).get(point.unitId) ?? '';
    const township = (await namesOf(tx, 'area', 'code', [report.townshipCode])).get(report.townshipCode) ?? '';
    const { answer, reason } = report;
    return {
      place,
      stage,
      words: wordsOf(stage, hazard),
      receivedAt: report.receivedAt.toISOString(),
      siftedAt: report.siftedAt?.toISOString() ?? null,
      deadline: stage === 'accepted' ? (hazard?.deadline ?? null) : null,
      closedAt: (stage === 'accepted' ? null : hazard?.closedAt?.toISOString()) ?? null,
      answer: answer === null ? null : { reason, text: answer },
      feedback: stage === 'accepted' || stage === 'settled' ? null : feedbackOf(report),
      mayAnswer: mayTake(stage, 'confirm', 'reporter'),
      numbers: await this.numbers.of(report.townshipCode, township),
    };
  }
}

function wordsOf(stage: PublicReportStage, hazard: Followed | null): string {
  switch (stage) {
    case 'received':
      return '安监站已经收到，还没有核实。';
    case 'accepted':
      return `安监站核实后转为隐患办理，${hazard ? progressOf(hazard.state) : '正在办理'}。`;
    case 'declined':
      return '研判后没有按隐患办理，安监站会在这里说明原因。';
    case 'explained':
      return '安监站核实后说明如下。';
    case 'settled':
      return '已经整改并复查合格。是不是真的改好了，请您说一声。';
    case 'confirmed':
      return '已经办结。谢谢您的反馈。';
    case 'disputed':
      return '您反馈没有整改好，安监站会再去看。';
    case 'upheld':
      return '安监站再次核查后答复如下。';
  }
}
