import { Controller, Delete, Get, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { id } from '@zerentian/shared/fields';
import { sessionPage, sessionQuery } from '@zerentian/shared/people/account.contract';
import { type SignIn, sessionView, signIn } from '@zerentian/shared/people/session.contract';
import { type Actor, CurrentActor, OpenToAll } from '../platform/auth/actor';
import { Answers, FromBody, FromPath, FromQuery } from '../platform/http/contract';
import { Sessions } from './sessions.service';

@ApiTags('identity')
@Controller('sessions')
export class SessionsController {
  constructor(private readonly sessions: Sessions) {}

  @Post()
  @OpenToAll()
  @Answers(sessionView, 201)
  signIn(@FromBody(signIn) input: SignIn, @Ip() address: string) {
    return this.sessions.signIn(input, { address });
  }

  @Get()
  @Answers(sessionPage)
  list(@CurrentActor() actor: Actor, @FromQuery(sessionQuery) query: { limit?: number; cursor?: string }) {
    return this.sessions.list(actor, query);
  }

  @Delete('current')
  @HttpCode(204)
  @ApiNoContentResponse()
  signOut(@CurrentActor() actor: Actor) {
    return this.sessions.revoke(actor, actor.sessionId);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  revoke(@CurrentActor() actor: Actor, @FromPath('id', id) sessionId: string) {
    return this.sessions.revoke(actor, sessionId);
  }
}
