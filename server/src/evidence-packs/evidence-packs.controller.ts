import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type EvidencePackQuery,
  evidenceContents,
  evidencePackQuery,
} from '@zerentian/shared/evidence-packs/evidence-pack.contract';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, AnswersFile, FromQuery } from '../platform/http/contract';
import { sendFile, XLSX } from '../platform/pdf/send-file';
import { EvidencePacks } from './evidence-packs.service';

@ApiTags('evidence-packs')
@ApiBearerAuth()
@Controller('evidence-packs')
export class EvidencePacksController {
  @Inject() private readonly packs: EvidencePacks;

  @Get()
  @ApiOperation({ summary: '迎检材料有什么' })
  @Answers(evidenceContents)
  contents(@CurrentActor() actor: Actor, @FromQuery(evidencePackQuery) query: EvidencePackQuery) {
    return this.packs.contents(actor, query);
  }

  @Get('pack.pdf')
  @ApiOperation({ summary: '迎检材料（打印）' })
  @AnswersFile('application/pdf')
  async paper(
    @CurrentActor() actor: Actor,
    @FromQuery(evidencePackQuery) query: EvidencePackQuery,
    @Res() reply: FastifyReply,
  ) {
    sendFile(reply, await this.packs.paper(actor, query));
  }

  @Get('pack.xlsx')
  @ApiOperation({ summary: '迎检材料（Excel）' })
  @AnswersFile(XLSX)
  async excel(
    @CurrentActor() actor: Actor,
    @FromQuery(evidencePackQuery) query: EvidencePackQuery,
    @Res() reply: FastifyReply,
  ) {
    sendFile(reply, await this.packs.excel(actor, query));
  }
}
