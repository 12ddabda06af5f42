import { Controller, Ip, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type BindWechat,
  bindWechat,
  type SignInWithWechat,
  sessionView,
  signInWithWechat,
} from '@zerentian/shared/people/session.contract';
import { OpenToAll } from '../platform/auth/actor';
import { Answers, FromBody } from '../platform/http/contract';
import { WechatSignIn } from './wechat-sign-in.service';

@ApiTags('identity')
@Controller('sessions/wechat')
export class WechatSignInController {
  constructor(private readonly wechat: WechatSignIn) {}

  @Post()
  @OpenToAll()
  @Answers(sessionView, 201)
  signIn(@FromBody(signInWithWechat) input: SignInWithWechat, @Ip() address: string) {
    return this.wechat.signIn(input, { address });
  }

  @Post('bind')
  @OpenToAll()
  @Answers(sessionView, 201)
  bind(@FromBody(bindWechat) input: BindWechat, @Ip() address: string) {
    return this.wechat.bind(input, { address });
  }
}
