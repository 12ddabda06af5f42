import { Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { id } from '@zerentian/shared/fields';
import {
  type ChangeStandard,
  type CreateStandard,
  changeStandard,
  createStandard,
  type StandardQuery,
  standardPage,
  standardQuery,
  standardView,
} from '@zerentian/shared/standards/standard.contract';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, FromBody, FromPath, FromQuery } from '../platform/http/contract';
import { StandardsService } from './standards.service';

@ApiTags('standards')
@ApiBearerAuth()
@Controller('standards')
export class StandardsController {
  @Inject() private readonly standards: StandardsService;

  @Get()
  @Answers(standardPage)
  list(@CurrentActor() actor: Actor, @FromQuery(standardQuery) query: StandardQuery) {
    return this.standards.list(actor, query);
  }

  @Get(':id')
  @Answers(standardView)
  read(@CurrentActor() actor: Actor, @FromPath('id', id) standardId: string) {
    return this.standards.read(actor, standardId);
  }

  @Post()
  @Answers(standardView, 201)
  create(@CurrentActor() actor: Actor, @FromBody(createStandard) input: CreateStandard) {
    return this.standards.create(actor, input);
  }

  @Post(':id/change')
  @Answers(standardView)
  change(
    @CurrentActor() actor: Actor,
    @FromPath('id', id) standardId: string,
    @FromBody(changeStandard) input: ChangeStandard,
  ) {
    return this.standards.change(actor, standardId, input);
  }
}
