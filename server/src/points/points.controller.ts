import { Controller, Get, Inject } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type PointQuery, pointQuery, pointsView } from '@zerentian/shared/points/point.contract';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, FromQuery } from '../platform/http/contract';
import { Points } from './points.service';

@ApiTags('units')
@ApiBearerAuth()
@Controller('points')
export class PointsController {
  @Inject() private readonly points: Points;

  @Get()
  @Answers(pointsView)
  near(@CurrentActor() actor: Actor, @FromQuery(pointQuery) query: PointQuery) {
    return this.points.near(actor, query);
  }
}
