import { Global, Module } from '@nestjs/common';
import { RateLimiter } from './rate-limiter';
import { ServerSecret } from './secret';
import { SignInAttempts } from './sign-in-attempts.service';

/** What guards accounts, for every feature. */
@Global()
@Module({
  providers: [RateLimiter, ServerSecret, SignInAttempts],
  exports: [RateLimiter, ServerSecret, SignInAttempts],
})
export class AuthModule {}
