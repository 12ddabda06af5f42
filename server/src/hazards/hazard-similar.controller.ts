import { Controller, Get, Inject } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type SimilarQuery, similarHazards, similarQuery } from '@zerentian/shared/hazards/hazard-similar.contract';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, FromQuery } from '../platform/http/contract';
import { SimilarHazards } from './hazard-similar.service';

@ApiTags('hazards')
@ApiBearerAuth()
@Controller('hazards')
export class SimilarHazardsController {
  @Inject() private readonly similar: SimilarHazards;

  @Get('similar')
  @Answers(similarHazards)
  to(@CurrentActor() actor: Actor, @FromQuery(similarQuery) query: SimilarQuery) {
    return this.similar.to(actor, query);
  }
}
