import type { SessionView } from '@zerentian/shared/people/session.contract';
import type { TestApp } from './app';

/** What a call answered: status, decoded body (undefined if empty) and headers. */
export interface Answer<T = any> {
  status: number;
  body: T;
  headers: Headers;
}

export interface CallOptions {
  token?: string;
  body?: unknown;
  /** Raw bytes instead of JSON. */
  bytes?: Uint8Array;
  headers?: Record<string, string>;
}

/** One HTTP request to a running test server, over a real socket. */
export async function call<T = any>(
  app: TestApp,
  method: string,
  path: string,
  options: CallOptions = {},
): Promise<Answer<T>> {
  const headers: Record<string, string> = { ...options.headers };
  if (options.token) headers.authorization = `Bearer ${options.token}`;
  if (options.bytes) headers['content-type'] ??= 'application/octet-stream';
  else if (options.body !== undefined) headers['content-type'] ??= 'application/json';
  const body = options.bytes ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  const response = await fetch(`${app.url}${path}`, { method, headers, body: body as BodyInit | undefined });
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? undefined : decode(text),
    headers: response.headers,
  } as Answer<T>;
}

function decode(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Signs in by password and answers the session. */
export async function signIn(
  app: TestApp,
  account: { login: string; password: string },
  device?: string,
): Promise<SessionView> {
  const { login, password } = account;
  const answer = await call<SessionView>(app, 'POST', '/api/sessions', { body: { login, password, device } });
  if (answer.status !== 201) throw new Error(`cannot sign in: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
