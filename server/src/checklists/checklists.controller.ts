import { createHash } from 'node:crypto';
import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  type ChecklistQuery,
  checklistPage,
  checklistQuery,
  checklistView,
  type EditChecklist,
  editChecklist,
} from '@zerentian/shared/checklists/checklist.contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { answerUnlessHeld } from '../platform/http/conditional';
import { Answers, FromBody, FromQuery } from '../platform/http/contract';
import { pageOfWhole } from '../platform/http/keyset';
import { Checklists } from './checklists.service';

@ApiTags('checklists')
@ApiBearerAuth()
@Controller('checklists')
export class ChecklistsController {
  @Inject() private readonly checklists: Checklists;

  /** Kept on the phone: `If-None-Match` with the tag of the last answer gives 304. */
  @Get()
  @Answers(checklistPage)
  async list(
    @CurrentActor() actor: Actor,
    @FromQuery(checklistQuery) query: ChecklistQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const page = pageOfWhole(await this.checklists.all(actor, query.trade), query, (list) => list.key);
    await answerUnlessHeld(
      request,
      reply,
      createHash('sha256').update(JSON.stringify(page)).digest('hex').slice(0, 32),
      () => page,
    );
  }

  @Post()
  @Answers(checklistView, 201)
  edit(@CurrentActor() actor: Actor, @FromBody(editChecklist) input: EditChecklist) {
    return this.checklists.edit(actor, input);
  }
}
