import { Controller, Get, Inject } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { todayView } from '@zerentian/shared/today/today.contract';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers } from '../platform/http/contract';
import { Today } from './today.service';

@ApiTags('today')
@ApiBearerAuth()
@Controller('today')
export class TodayController {
  @Inject() private readonly today: Today;

  @Get()
  @Answers(todayView)
  of(@CurrentActor() actor: Actor) {
    return this.today.of(actor);
  }
}
