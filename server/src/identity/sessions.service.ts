import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { SessionView, SignIn } from '@zerentian/shared/people/session.contract';
import { DataSource, IsNull, MoreThan, Not } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Actor } from '../platform/auth/actor';
import { Credential, Session } from '../platform/auth/auth.entity';
import { passwordFits } from '../platform/auth/password';
import { RateLimiter } from '../platform/auth/rate-limiter';
import { hasEnded, SESSION_IDLE_MS, SESSION_MS } from '../platform/auth/session-age';
import { SignInAttempts } from '../platform/auth/sign-in-attempts.service';
import { digestOf, newToken } from '../platform/auth/token';
import { Clock } from '../platform/clock';
import { decodeCursor, pageOf } from '../platform/http/page';
import { ProblemError } from '../platform/problem';
import { Identities } from './identities.service';

/** Where the request came from, as rate limits count it. */
export interface Caller {
  address: string;
}

/** Signing in by password, and the devices on which somebody is signed in. */
@Injectable()
export class Sessions implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly limiter: RateLimiter,
    private readonly attempts: SignInAttempts,
    private readonly identities: Identities,
  ) {}

  /** The first unknown login must not take longer than the second: see `passwordFits`. */
  async onModuleInit(): Promise<void> {
    await passwordFits(null, '');
  }

  /**
   * @throws wrong_login alike for an unknown login and a wrong password, locked_out alike for logins that exist and that do not,
   *   too_many_requests
   */
  async signIn(input: SignIn, caller: Caller): Promise<SessionView> {
    this.limiter.count('sign-in-by-address', caller.address);
    const login = input.login.trim();
    await this.attempts.begin(login);
    const credential = await this.source.manager.findOneBy(Credential, { login });
    const fits = await passwordFits(credential?.passwordHash ?? null, input.password);
    if (!credential || !fits) throw new ProblemError('wrong_login');
    await this.attempts.succeeded(login);
    return this.open(credential.personId, input.device);
  }

  /** Opens a session for a person whose identity has been made sure of. The token is in this answer and nowhere else. */
  async open(personId: string, device: string | undefined): Promise<SessionView> {
    const now = this.clock.now();
    const identity = await this.identities.of(personId, now);
    const token = newToken();
    const expiresAt = new Date(now.getTime() + SESSION_MS);
    await this.source.manager.insert(Session, {
      id: uuidv7(),
      tokenDigest: digestOf(token),
      personId,
      device: device ?? null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
      revokedAt: null,
    });
    return { token, expiresAt: expiresAt.toISOString(), ...identity };
  }

  /** Where the actor is signed in, newest first. */
  async list(actor: Actor, query: { limit?: number; cursor?: string }) {
    const { limit = 20 } = query;
    const rows = await this.openRows(actor.personId, limit + 1, query.cursor);
    const cursorOf = (row: Session) => ({ at: row.createdAt.toISOString(), id: row.id });
    return pageOf(rows, limit, cursorOf, (row) => ({
      id: row.id,
      device: row.device,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      current: row.id === actor.sessionId,
    }));
  }

  /** Signs one of the actor's own devices out. */
  async revoke(actor: Actor, sessionId: string): Promise<void> {
    const session = await this.source.manager.findOneBy(Session, {
      id: sessionId,
      personId: actor.personId,
      revokedAt: IsNull(),
    });
    if (!session || hasEnded(session, this.clock.now())) throw new ProblemError('not_found');
    await this.source.manager.update(Session, { id: session.id }, { revokedAt: this.clock.now() });
  }

  /** Signs out every other device of the actor. */
  async revokeOthers(actor: Actor): Promise<void> {
    const others = { personId: actor.personId, id: Not(actor.sessionId), revokedAt: IsNull() };
    await this.source.manager.update(Session, others, { revokedAt: this.clock.now() });
  }

  private openRows(personId: string, count: number, cursor: string | undefined): Promise<Session[]> {
    const after = decodeCursor(cursor);
    const now = this.clock.now();
    const rows = this.source.manager.createQueryBuilder(Session, 's').where({
      personId,
      revokedAt: IsNull(),
      expiresAt: MoreThan(now),
      lastSeenAt: MoreThan(new Date(now.getTime() - SESSION_IDLE_MS)),
    });
    if (after) rows.andWhere('s.id < :id', { id: after.id });
    return rows.orderBy('s.id', 'DESC').limit(count).getMany();
  }
}
