import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { type ChangePassword, changePassword } from '@zerentian/shared/people/account.contract';
import { meView } from '@zerentian/shared/people/session.contract';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, FromBody } from '../platform/http/contract';
import { Me } from './me.service';

@ApiTags('identity')
@Controller('me')
export class MeController {
  constructor(private readonly me: Me) {}

  @Get()
  @Answers(meView)
  read(@CurrentActor() actor: Actor) {
    return this.me.read(actor);
  }

  @Post('password')
  @HttpCode(204)
  @ApiNoContentResponse()
  changePassword(@CurrentActor() actor: Actor, @FromBody(changePassword) input: ChangePassword) {
    return this.me.changePassword(actor, input);
  }
}
