import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type CatalogueQuery,
  catalogueQuery,
  type DutiesQuery,
  dutiesQuery,
  dutyPage,
  type RecordKindQuery,
  recordKindQuery,
  studyView,
} from '@zerentian/shared/duties/study.contract';
import { recordKindPage } from '@zerentian/shared/duty-records/duty-record.contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { answerUnlessHeld } from '../platform/http/conditional';
import { Answers, FromQuery } from '../platform/http/contract';
import { pageOfWhole } from '../platform/http/keyset';
import { VERSION } from '../platform/version';
import { DutiesService } from './duties.service';
import { StudyService } from './study.service';

@ApiTags('duties')
@Controller()
export class DutiesController {
  constructor(
    private readonly duties: DutiesService,
    private readonly study: StudyService,
  ) {}

  /** Kept on the phone: `If-None-Match` with the tag of the last answer gives 304. */
  @Get('duties')
  @Answers(dutyPage)
  async list(
    @CurrentActor() actor: Actor,
    @FromQuery(dutiesQuery) query: DutiesQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const catalogue = await this.duties.read(actor, query.area);
    await this.duties.checkKind(query.postKind);
    await answerUnlessHeld(request, reply, `${catalogue.id}-${VERSION}`, () => this.duties.page(catalogue, query));
  }

  @Get('document')
  @Answers(studyView)
  document(@CurrentActor() actor: Actor, @FromQuery(catalogueQuery) query: CatalogueQuery) {
    return this.study.read(actor, query.area);
  }

  @Get('record-kinds')
  @Answers(recordKindPage)
  async recordKinds(@CurrentActor() actor: Actor, @FromQuery(recordKindQuery) query: RecordKindQuery) {
    const catalogue = await this.duties.read(actor, query.area);
    return pageOfWhole(catalogue.recordKinds, query, (kind) => kind.key);
  }
}
