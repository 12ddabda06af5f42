import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type AccountabilityQuery,
  accountabilityQuery,
  accountabilityView,
} from '@zerentian/shared/accountability/accountability.contract';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, FromQuery } from '../platform/http/contract';
import { AccountabilityService } from './accountability.service';

@ApiTags('accountability')
@Controller('accountability')
export class AccountabilityController {
  constructor(private readonly accountability: AccountabilityService) {}

  @Get()
  @Answers(accountabilityView)
  answer(@CurrentActor() actor: Actor, @FromQuery(accountabilityQuery) query: AccountabilityQuery) {
    return this.accountability.answer(actor, query);
  }
}
