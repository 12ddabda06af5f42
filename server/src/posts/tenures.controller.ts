import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@zerentian/shared/fields';
import { type Appoint, appoint, type EndTenure, endTenure, tenureView } from '@zerentian/shared/posts/post.contract';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, FromBody, FromPath } from '../platform/http/contract';
import { TenuresService } from './tenures.service';

@ApiTags('posts')
@Controller('tenures')
export class TenuresController {
  constructor(private readonly tenures: TenuresService) {}

  @Post()
  @Answers(tenureView, 201)
  appoint(@CurrentActor() actor: Actor, @FromBody(appoint) input: Appoint) {
    return this.tenures.appoint(actor, input);
  }

  @Post(':id/end')
  @Answers(tenureView)
  end(@CurrentActor() actor: Actor, @FromPath('id', id) tenureId: string, @FromBody(endTenure) input: EndTenure) {
    return this.tenures.end(actor, tenureId, input);
  }
}
