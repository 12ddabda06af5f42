import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../clock';
import { CONFIG, type Config } from '../config';
import { instantOf } from '../database/instant';
import { ProblemError } from '../problem';
import { OPEN_TO_ALL, type SignedInRequest } from './actor';
import { Session } from './auth.entity';
import { hasEnded } from './session-age';
import { digestOf } from './token';

const SEEN_EVERY_MS = 5 * 60_000;

const SESSION = 'SELECT id, personId, lastSeenAt, expiresAt, revokedAt FROM session WHERE tokenDigest = ?';

interface SessionRow {
  id: string;
  personId: string;
  lastSeenAt: string | Date;
  expiresAt: string | Date;
  revokedAt: string | Date | null;
}

interface OpenSession {
  id: string;
  personId: string;
  lastSeenAt: Date;
  expiresAt: Date;
  isRevoked: boolean;
}

/** Every route needs a session unless it says otherwise; a client too old to be understood is told so. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const isOpen = this.reflector.getAllAndOverride<boolean>(OPEN_TO_ALL, [context.getHandler(), context.getClass()]);
    if (isOpen) return true;
    this.checkClient(request);
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || !token) throw new ProblemError('not_signed_in');
    const session = await this.session(token);
    const now = this.clock.now();
    if (!session || session.isRevoked) throw new ProblemError('not_signed_in');
    if (hasEnded(session, now)) throw new ProblemError('session_expired');
    if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
      await this.source.manager.update(Session, session.id, { lastSeenAt: now });
    }
    request.signedIn = { personId: session.personId, sessionId: session.id };
    return true;
  }

  /** Asked on every request, so as a plain statement. */
  private async session(token: string): Promise<OpenSession | null> {
    const [row] = await this.source.query<SessionRow[]>(SESSION, [digestOf(token)]);
    if (!row) return null;
    const { id, personId, lastSeenAt, expiresAt, revokedAt } = row;
    const times = { lastSeenAt: instantOf(lastSeenAt), expiresAt: instantOf(expiresAt) };
    return { id, personId, ...times, isRevoked: revokedAt !== null };
  }

  /** The phone keeps its outbox and may still deliver it: old clients are refused everything but writes that carry a key. */
  private checkClient(request: SignedInRequest): void {
    const version = request.headers['x-client-version'];
    if (typeof version !== 'string' || request.headers['idempotency-key'] !== undefined) return;
    if (compareVersions(version, this.config.minimumClient) < 0) throw new ProblemError('client_too_old');
  }
}

/** Compares dotted versions number by number. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map((part) => Number.parseInt(part, 10) || 0));
  for (let i = 0; i < 3; i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
