import { Module } from '@nestjs/common';
import { AuthModule } from '../platform/auth/auth.module';
import { Identities } from './identities.service';
import { MeController } from './me.controller';
import { Me } from './me.service';
import { SessionsController } from './sessions.controller';
import { Sessions } from './sessions.service';

/** Who is it, and may they come in: sign-in, sessions, one's own account. */
@Module({
  imports: [AuthModule],
  controllers: [SessionsController, MeController],
  providers: [Identities, Sessions, Me],
})
export class IdentityModule {}
