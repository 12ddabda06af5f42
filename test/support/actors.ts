import { Session } from '@zerentian/server/platform/auth/auth.entity';
import { digestOf, newToken } from '@zerentian/server/platform/auth/token';
import { uuidv7 } from 'uuidv7';
import type { TestApp } from './app';
import { type Answer, call } from './client';

/** Somebody signed in, as tests name them: `as.villageCadre.post('/api/hazards', body)`. Every call is a real HTTP request. */
export interface TestActor {
  personId: string;
  token: string;
  get<T = any>(path: string, headers?: Record<string, string>): Promise<Answer<T>>;
  /** `key`: the Idempotency-Key to send. */
  post<T = any>(
    path: string,
    body?: unknown,
    options?: { key?: string; headers?: Record<string, string> },
  ): Promise<Answer<T>>;
  put<T = any>(path: string, bytes: Uint8Array, headers?: Record<string, string>): Promise<Answer<T>>;
  delete<T = any>(path: string, headers?: Record<string, string>): Promise<Answer<T>>;
}

const DAY_MS = 24 * 3600_000;

/** Signs a person in without a password: a session row of their own, as the sign-in would write it. */
export async function signedIn(app: TestApp, personId: string): Promise<TestActor> {
  const token = newToken();
  const now = app.clock.now();
  const expiresAt = new Date(now.getTime() + 30 * DAY_MS);
  const session = {
    id: uuidv7(),
    tokenDigest: digestOf(token),
    personId,
    device: null,
    createdAt: now,
    lastSeenAt: now,
    expiresAt,
    revokedAt: null,
  };
  await app.source.manager.insert(Session, session);
  return {
    personId,
    token,
    get: (path, headers) => call(app, 'GET', path, { token, headers }),
    post: (path, body = {}, { key, headers } = {}) =>
      call(app, 'POST', path, { token, body, headers: key ? { ...headers, 'idempotency-key': key } : headers }),
    put: (path, bytes, headers) => call(app, 'PUT', path, { token, bytes, headers }),
    delete: (path, headers) => call(app, 'DELETE', path, { token, headers }),
  };
}
