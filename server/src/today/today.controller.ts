import { Controller, Get, Inject } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type TodayQuery, todayQuery, todayView } from '@zerentian/shared/today/today.contract';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, FromQuery } from '../platform/http/contract';
import { Today } from './today.service';

@ApiTags('today')
@ApiBearerAuth()
@Controller('today')
export class TodayController {
  @Inject() private readonly today: Today;

  @Get()
  @Answers(todayView)
  of(@CurrentActor() actor: Actor, @FromQuery(todayQuery) query: TodayQuery) {
    return this.today.of(actor, query);
  }
}
