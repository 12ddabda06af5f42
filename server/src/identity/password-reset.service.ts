import { Inject, Injectable } from '@nestjs/common';
import type { ResetPassword } from '@zerentian/shared/people/account.contract';
import { IsNull } from 'typeorm';
import { Ledger } from '../ledger/ledger.service';
import type { Actor } from '../platform/auth/actor';
import { Credential, Session } from '../platform/auth/auth.entity';
import { hashPassword } from '../platform/auth/password';
import { SignInAttempts } from '../platform/auth/sign-in-attempts.service';
import { Clock } from '../platform/clock';
import { ProblemError } from '../platform/problem';
import { momentOf } from '../platform/writes/moment';
import { Writes } from '../platform/writes/writes.service';
import { Access } from '../posts/access.service';
import { Identities } from './identities.service';

/** The way back in for whoever forgot a password or is locked out: the administrator, who is named in the ledger. */
@Injectable()
export class PasswordReset {
  @Inject() private readonly access: Access;
  @Inject() private readonly attempts: SignInAttempts;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly identities: Identities;
  @Inject() private readonly ledger: Ledger;
  @Inject() private readonly writes: Writes;

  /**
   * Sets a password, ends the lock-out, and signs the person out everywhere, all of it once: a repeat of the request does none of it.
   * The ledger never sees a password's hash.
   * @throws forbidden, not_found, outside_scope
   */
  async reset(actor: Actor, personId: string, input: ResetPassword): Promise<void> {
    const moment = momentOf(input, this.clock.now());
    // Hashing takes its time: not while a transaction is open.
    const passwordHash = await hashPassword(input.password);
    await this.writes.once(actor, async (tx) => {
      const wanted = { postId: input.actingPostId, at: moment.occurredAt };
      const post = await this.access.actIn(actor, wanted, (held) => held.profile === 'administrator');
      const account = await tx.findOneBy(Credential, { personId });
      const person = await this.identities.byId(personId);
      if (!account || !person) throw new ProblemError('not_found');
      await this.identities.mustReach(post, person);
      await tx.update(Credential, { personId }, { passwordHash });
      await tx.update(Session, { personId, revokedAt: IsNull() }, { revokedAt: moment.receivedAt });
      const subject = { act: 'reset-password', subjectType: 'credential', subjectId: personId, changes: {} };
      const by = { personId: actor.personId, postId: post.id, moment };
      await this.ledger.record(tx, { ...by, ...subject, areaCode: post.areaCode });
      await this.attempts.succeeded(account.login, tx);
      return null;
    });
  }
}
