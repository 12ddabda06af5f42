import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ChangePassword } from '@zerentian/shared/people/account.contract';
import type { MeView } from '@zerentian/shared/people/session.contract';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/auth/actor';
import { Credential } from '../platform/auth/auth.entity';
import { hashPassword, passwordFits } from '../platform/auth/password';
import { SignInAttempts } from '../platform/auth/sign-in-attempts.service';
import { Clock } from '../platform/clock';
import { CONFIG, type Config } from '../platform/config';
import { ProblemError } from '../platform/problem';
import { Identities } from './identities.service';
import { Sessions } from './sessions.service';

/** The signed-in person, and what they may change about their own account. */
@Injectable()
export class Me {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly identities: Identities,
    private readonly attempts: SignInAttempts,
    private readonly sessions: Sessions,
  ) {}

  async read(actor: Actor): Promise<MeView> {
    const now = this.clock.now();
    return { ...(await this.identities.of(actor.personId, now)), now: now.toISOString(), demo: this.config.demo };
  }

  /**
   * Sets a new password and signs the other devices out. Guesses at the current one count towards the login's lock-out. A repeat whose
   * first answer was lost finds the new password in place and is content.
   */
  async changePassword(actor: Actor, input: ChangePassword): Promise<void> {
    const credential = await this.source.manager.findOneBy(Credential, { personId: actor.personId });
    if (!credential)
      throw new ProblemError('forbidden', '您的账号没有密码（用微信登录）。如需密码，请联系管理员开通。');
    await this.attempts.begin(credential.login);
    const isRepeat = !(await passwordFits(credential.passwordHash, input.currentPassword));
    if (isRepeat && !(await passwordFits(credential.passwordHash, input.newPassword))) {
      throw ProblemError.at('invalid_input', 'currentPassword', '现在的密码不对');
    }
    await this.attempts.succeeded(credential.login);
    const passwordHash = await hashPassword(input.newPassword);
    await this.source.manager.update(Credential, { personId: actor.personId }, { passwordHash });
    await this.sessions.revokeOthers(actor);
  }
}
