import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { id } from '@zerentian/shared/fields';
import { type ResetPassword, resetPassword } from '@zerentian/shared/people/account.contract';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { FromBody, FromPath } from '../platform/http/contract';
import { PasswordReset } from './password-reset.service';

@ApiTags('people')
@ApiBearerAuth()
@Controller('persons')
export class PasswordResetController {
  constructor(private readonly passwords: PasswordReset) {}

  @Post(':id/password')
  @HttpCode(204)
  reset(
    @CurrentActor() actor: Actor,
    @FromPath('id', id) personId: string,
    @FromBody(resetPassword) input: ResetPassword,
  ) {
    return this.passwords.reset(actor, personId, input);
  }
}
