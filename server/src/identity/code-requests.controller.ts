import { Controller, Ip, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type HandOverCode, handedOverCode, handOverCode } from '@zerentian/shared/people/account.contract';
import { codeSent, type RequestCode, requestCode } from '@zerentian/shared/people/session.contract';
import { type Actor, CurrentActor, OpenToAll } from '../platform/auth/actor';
import { Answers, FromBody } from '../platform/http/contract';
import { CodeRequests } from './code-requests.service';

@ApiTags('identity')
@Controller('one-time-codes')
export class CodeRequestsController {
  constructor(private readonly requests: CodeRequests) {}

  @Post()
  @OpenToAll()
  @Answers(codeSent, 202)
  request(@FromBody(requestCode) input: RequestCode, @Ip() address: string) {
    return this.requests.request(input, { address });
  }

  @Post('handed-over')
  @Answers(handedOverCode, 201)
  handOver(@CurrentActor() actor: Actor, @FromBody(handOverCode) input: HandOverCode) {
    return this.requests.handOver(actor, input);
  }
}
