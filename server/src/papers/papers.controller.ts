import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { id } from '@zerentian/shared/fields';
import { type HazardPaper, hazardPapers } from '@zerentian/shared/hazards/hazard.papers.contract';
import type { FastifyReply } from 'fastify';
import * as z from 'zod/mini';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { AnswersFile, FromPath } from '../platform/http/contract';
import { sendFile } from '../platform/pdf/send-file';
import { Papers } from './papers.service';

const paperName = z.enum(hazardPapers, '没有这种文书');

@ApiTags('papers')
@ApiBearerAuth()
@Controller('hazards')
export class PapersController {
  @Inject() private readonly papers: Papers;

  @Get(':id/papers/:paper')
  @ApiOperation({ summary: '文书' })
  @AnswersFile('application/pdf')
  async paper(
    @CurrentActor() actor: Actor,
    @FromPath('id', id) hazardId: string,
    @FromPath('paper', paperName) paper: HazardPaper,
    @Res() reply: FastifyReply,
  ) {
    sendFile(reply, await this.papers.of(actor, hazardId, paper));
  }
}
