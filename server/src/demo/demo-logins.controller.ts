import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { page } from '@zerentian/shared/fields';
import { demoLogin } from '@zerentian/shared/people/session.contract';
import { OpenToAll } from '../platform/auth/actor';
import { CONFIG, type Config } from '../platform/config';
import { Answers } from '../platform/http/contract';
import { ProblemError } from '../platform/problem';
import { demoLogins } from './demo-logins';

/** The invented accounts, passwords included, so that the sign-in page can offer them on one tap. Nowhere but in the demo. */
@ApiTags('demo')
@Controller('demo/logins')
export class DemoLoginsController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get()
  @OpenToAll()
  @Answers(page(demoLogin))
  list() {
    if (!this.config.demo) throw new ProblemError('demo_only');
    return { items: demoLogins(), nextCursor: null };
  }
}
