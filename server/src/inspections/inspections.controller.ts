import { Controller, Get, Inject, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { areaCode, id } from '@zerentian/shared/fields';
import {
  type CoverageQuery,
  coveragePage,
  coverageQuery,
  type InspectionQuery,
  inspectionDetail,
  inspectionPage,
  inspectionQuery,
  quarter,
  type RecordInspection,
  recordInspection,
} from '@zerentian/shared/inspections/inspection.contract';
import type { FastifyReply } from 'fastify';
import * as z from 'zod/mini';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, AnswersFile, FromBody, FromPath, FromQuery } from '../platform/http/contract';
import { sendFile } from '../platform/pdf/send-file';
import { Coverage } from './coverage.service';
import { InspectionPapers } from './inspection-papers.service';
import { InspectionRecords } from './inspection-record.service';
import { Inspections } from './inspections.service';

const coveragePaperQuery = z.strictObject({ quarter: z.optional(quarter), area: z.optional(areaCode) });

@ApiTags('inspections')
@ApiBearerAuth()
@Controller('inspections')
export class InspectionsController {
  @Inject() private readonly coverage: Coverage;
  @Inject() private readonly inspections: Inspections;
  @Inject() private readonly papers: InspectionPapers;
  @Inject() private readonly records: InspectionRecords;

  @Post()
  @Answers(inspectionDetail, 201)
  record(@CurrentActor() actor: Actor, @FromBody(recordInspection) input: RecordInspection) {
    return this.records.record(actor, input);
  }

  @Get()
  @Answers(inspectionPage)
  list(@CurrentActor() actor: Actor, @FromQuery(inspectionQuery) query: InspectionQuery) {
    return this.inspections.list(actor, query);
  }

  @Get('coverage')
  @ApiOperation({ summary: '检查覆盖' })
  @Answers(coveragePage)
  covered(@CurrentActor() actor: Actor, @FromQuery(coverageQuery) query: CoverageQuery) {
    return this.coverage.of(actor, query);
  }

  @Get('coverage/paper')
  @ApiOperation({ summary: '检查覆盖情况表' })
  @AnswersFile('application/pdf')
  async coveragePaper(
    @CurrentActor() actor: Actor,
    @FromQuery(coveragePaperQuery) query: z.infer<typeof coveragePaperQuery>,
    @Res() reply: FastifyReply,
  ) {
    sendFile(reply, await this.papers.coverage(actor, query));
  }

  @Get(':id')
  @Answers(inspectionDetail)
  detail(@CurrentActor() actor: Actor, @FromPath('id', id) inspectionId: string) {
    return this.inspections.detail(actor, inspectionId);
  }

  @Get(':id/paper')
  @ApiOperation({ summary: '安全检查记录' })
  @AnswersFile('application/pdf')
  async paper(@CurrentActor() actor: Actor, @FromPath('id', id) inspectionId: string, @Res() reply: FastifyReply) {
    sendFile(reply, await this.papers.record(actor, inspectionId));
  }
}
