import { Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { id } from '@zerentian/shared/fields';
import {
  type AcceptPublicReport,
  acceptPublicReport,
  type ExplainPublicReport,
  explainPublicReport,
  type ForgetReporter,
  forgetReporter,
  type PublicReportQuery,
  publicReportDetail,
  publicReportPage,
  publicReportQuery,
  type UpholdPublicReport,
  upholdPublicReport,
} from '@zerentian/shared/public-reports/public-sifting.contract';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, FromBody, FromPath, FromQuery } from '../platform/http/contract';
import { TradesService } from '../trades/trades.service';
import { PublicSifting } from './public-sifting.service';

@ApiTags('public-reports')
@ApiBearerAuth()
@Controller('public-reports')
export class PublicReportsController {
  @Inject() private readonly sifting: PublicSifting;
  @Inject() private readonly trades: TradesService;

  @Get()
  @Answers(publicReportPage)
  list(@CurrentActor() actor: Actor, @FromQuery(publicReportQuery) query: PublicReportQuery) {
    return this.sifting.list(actor, query);
  }

  @Get(':id')
  @Answers(publicReportDetail)
  detail(@CurrentActor() actor: Actor, @FromPath('id', id) reportId: string) {
    return this.sifting.detail(actor, reportId);
  }

  @Post(':id/accept')
  @Answers(publicReportDetail)
  accept(
    @CurrentActor() actor: Actor,
    @FromPath('id', id) reportId: string,
    @FromBody(acceptPublicReport) input: AcceptPublicReport,
  ) {
    return this.sifting.accept(actor, reportId, this.trades.checked(input));
  }

  @Post(':id/explain')
  @Answers(publicReportDetail)
  explain(
    @CurrentActor() actor: Actor,
    @FromPath('id', id) reportId: string,
    @FromBody(explainPublicReport) input: ExplainPublicReport,
  ) {
    return this.sifting.explain(actor, reportId, input);
  }

  @Post(':id/uphold')
  @Answers(publicReportDetail)
  uphold(
    @CurrentActor() actor: Actor,
    @FromPath('id', id) reportId: string,
    @FromBody(upholdPublicReport) input: UpholdPublicReport,
  ) {
    return this.sifting.uphold(actor, reportId, input);
  }

  @Post(':id/forget-reporter')
  @Answers(publicReportDetail)
  forget(
    @CurrentActor() actor: Actor,
    @FromPath('id', id) reportId: string,
    @FromBody(forgetReporter) input: ForgetReporter,
  ) {
    return this.sifting.forgetReporter(actor, reportId, input);
  }
}
