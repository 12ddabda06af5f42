import { Controller, Get, Inject, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  proofQuery,
  summaryPaper,
  summaryQuery,
  workSummary,
} from '@zerentian/shared/duty-records/duty-record.contract';
import {
  type ProofItemsQuery,
  proofItemsQuery,
  proofPage,
} from '@zerentian/shared/work-summaries/diligence-proof.contract';
import type { FastifyReply } from 'fastify';
import type * as z from 'zod/mini';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, AnswersFile, FromBody, FromQuery } from '../platform/http/contract';
import { sendFile } from '../platform/pdf/send-file';
import { DiligenceProofs } from './diligence-proofs.service';
import { WorkSummaries } from './work-summaries.service';

@ApiTags('work-summaries')
@ApiBearerAuth()
@Controller('work-summary')
export class WorkSummariesController {
  @Inject() private readonly summaries: WorkSummaries;

  @Get()
  @ApiOperation({ summary: '我的工作小结（草稿）' })
  @Answers(workSummary)
  draft(@CurrentActor() actor: Actor, @FromQuery(summaryQuery) query: z.infer<typeof summaryQuery>) {
    return this.summaries.draft(actor, query.period);
  }

  @Post('pdf')
  @ApiOperation({ summary: '我的工作小结（打印）' })
  @AnswersFile('application/pdf')
  async paper(
    @CurrentActor() actor: Actor,
    @FromBody(summaryPaper) input: z.infer<typeof summaryPaper>,
    @Res() reply: FastifyReply,
  ) {
    sendFile(reply, await this.summaries.paper(actor, input));
  }
}

@ApiTags('work-summaries')
@ApiBearerAuth()
@Controller('diligence-proof')
export class DiligenceProofsController {
  @Inject() private readonly proofs: DiligenceProofs;

  @Get()
  @ApiOperation({ summary: '尽职证明（打印）' })
  @AnswersFile('application/pdf')
  async paper(
    @CurrentActor() actor: Actor,
    @FromQuery(proofQuery) query: z.infer<typeof proofQuery>,
    @Res() reply: FastifyReply,
  ) {
    sendFile(reply, await this.proofs.paper(actor, query.from, query.until));
  }

  @Get('items')
  @ApiOperation({ summary: '尽职证明（明细）' })
  @Answers(proofPage)
  items(@CurrentActor() actor: Actor, @FromQuery(proofItemsQuery) query: ProofItemsQuery) {
    return this.proofs.page(actor, query);
  }
}
