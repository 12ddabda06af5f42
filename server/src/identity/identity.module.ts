import { Module } from '@nestjs/common';
import { AuthModule } from '../platform/auth/auth.module';
import { CodesModule } from '../platform/codes/codes.module';
import { WechatModule } from '../platform/wechat/wechat.module';
import { AccountCleanup } from './account-cleanup.service';
import { CodeRequestsController } from './code-requests.controller';
import { CodeRequests } from './code-requests.service';
import { Identities } from './identities.service';
import { MeController } from './me.controller';
import { Me } from './me.service';
import { PasswordResetController } from './password-reset.controller';
import { PasswordReset } from './password-reset.service';
import { SessionsController } from './sessions.controller';
import { Sessions } from './sessions.service';
import { WechatSignInController } from './wechat-sign-in.controller';
import { WechatSignIn } from './wechat-sign-in.service';

/** Who is it, and may they come in: sign-in, sessions, one's own account. */
@Module({
  imports: [AuthModule, CodesModule, WechatModule],
  controllers: [
    PasswordResetController,
    SessionsController,
    MeController,
    WechatSignInController,
    CodeRequestsController,
  ],
  providers: [PasswordReset, Identities, Sessions, Me, WechatSignIn, CodeRequests, AccountCleanup],
})
export class IdentityModule {}
