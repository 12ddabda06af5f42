import { Controller, Get, Inject, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { id } from '@zerentian/shared/fields';
import {
  type ExplainSupervisionNotice,
  explainSupervisionNotice,
  type HandleSupervisionNotice,
  handleSupervisionNotice,
  type SupervisionNoticeQuery,
  supervisionNoticePage,
  supervisionNoticeQuery,
  supervisionNoticeView,
} from '@zerentian/shared/supervision-notices/supervision-notice.contract';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, AnswersFile, FromBody, FromPath, FromQuery } from '../platform/http/contract';
import { sendFile } from '../platform/pdf/send-file';
import { SupervisionNoticePapers } from './supervision-notice.paper';
import { SupervisionNotices } from './supervision-notices.service';

@ApiTags('supervision-notices')
@ApiBearerAuth()
@Controller('supervision-notices')
export class SupervisionNoticesController {
  @Inject() private readonly notices: SupervisionNotices;
  @Inject() private readonly papers: SupervisionNoticePapers;

  @Get()
  @Answers(supervisionNoticePage)
  list(@CurrentActor() actor: Actor, @FromQuery(supervisionNoticeQuery) query: SupervisionNoticeQuery) {
    return this.notices.list(actor, query);
  }

  @Get(':id')
  @Answers(supervisionNoticeView)
  one(@CurrentActor() actor: Actor, @FromPath('id', id) noticeId: string) {
    return this.notices.one(actor, noticeId);
  }

  @Post(':id/handle')
  @Answers(supervisionNoticeView)
  handle(
    @CurrentActor() actor: Actor,
    @FromPath('id', id) noticeId: string,
    @FromBody(handleSupervisionNotice) input: HandleSupervisionNotice,
  ) {
    return this.notices.handle(actor, noticeId, input);
  }

  @Post(':id/explain')
  @Answers(supervisionNoticeView)
  explain(
    @CurrentActor() actor: Actor,
    @FromPath('id', id) noticeId: string,
    @FromBody(explainSupervisionNotice) input: ExplainSupervisionNotice,
  ) {
    return this.notices.explain(actor, noticeId, input);
  }

  @Get(':id/paper')
  @ApiOperation({ summary: '监督提示（PDF）' })
  @AnswersFile('application/pdf')
  async paper(@CurrentActor() actor: Actor, @FromPath('id', id) noticeId: string, @Res() reply: FastifyReply) {
    sendFile(reply, await this.papers.of(actor, noticeId));
  }
}
