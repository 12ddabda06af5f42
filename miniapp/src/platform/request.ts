import Taro from '@tarojs/taro';
import { type ApiProblem, noAnswer, problemFrom } from './api-problem';
import { learnOffset } from './clock';
import { paced } from './pace';
import { type QueryValues, queryString } from './query-string';
import { currentToken, endSession } from './session';

const TIMEOUT_MS = 20_000;
const NOT_MODIFIED = 304;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface RequestOptions {
  /** Sent as JSON. */
  body?: unknown;
  /** Sent raw in place of a body, such as a part of a photo. */
  bytes?: ArrayBuffer;
  query?: QueryValues;
  /** Every write carries one; the same key may be sent again and is done once. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

interface SendOptions extends RequestOptions {
  /** The version that the phone already has. */
  etag?: string;
}

/**
 * One call to the API under `/api`. Answers the decoded body (undefined for an empty one).
 * @throws ApiProblem for every refusal and when no answer came
 */
export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const token = currentToken();
  return accepted<T>(await exchange(method, path, token, options), token);
}

/**
 * Reads what changes with years: while the server still has the version that `etag` names, it sends nothing and this
 * answers null.
 * @throws ApiProblem
 */
export async function requestNewer<T>(
  path: string,
  etag: string | undefined,
  signal: AbortSignal,
): Promise<{ body: T; etag: string | undefined } | null> {
  const token = currentToken();
  const answer = await exchange('GET', path, token, { signal, etag });
  if (answer.statusCode === NOT_MODIFIED) return null;
  return { body: accepted<T>(answer, token), etag: headerOf(answer.header, 'etag') };
}

async function exchange(method: Method, path: string, token: string | null, options: SendOptions): Promise<Answer> {
  const answer = await send(method, `${__SERVER__}/api${path}${queryString(options.query)}`, token, options);
  learnOffset(headerOf(answer.header, 'date'), Date.now());
  return answer;
}

function accepted<T>(answer: Answer, token: string | null): T {
  const body = decode(answer.data);
  if (answer.statusCode >= 200 && answer.statusCode < 300) {
    if (body === UNREADABLE) throw noAnswer('unreadable_answer');
    return body as T;
  }
  const problem = problemFrom(answer.statusCode, body);
  // A late answer may speak of a session that another has followed meanwhile.
  if (answer.statusCode === 401 && token !== null && token === currentToken() && isLapsed(problem))
    endSession('expired');
  throw problem;
}

type Answer = Taro.request.SuccessCallbackResult<string>;

async function send(method: Method, url: string, token: string | null, options: SendOptions): Promise<Answer> {
  const header: Record<string, string> = { 'X-Client-Version': __CLIENT_VERSION__, Accept: 'application/json' };
  if (token) header.Authorization = `Bearer ${token}`;
  if (options.etag) header['If-None-Match'] = options.etag;
  if (options.idempotencyKey) header['Idempotency-Key'] = options.idempotencyKey;
  const content = contentOf(options);
  if (content) header['Content-Type'] = content.type;
  // Text, not JSON: both platforms swallow a body they cannot parse, and a broken answer must not look empty.
  const task = Taro.request<string>({
    url,
    method: method as never,
    header,
    data: content?.data,
    dataType: 'text' as never,
    responseType: 'text',
    timeout: paced(TIMEOUT_MS),
  });
  options.signal?.addEventListener('abort', () => (task as { abort?: () => void }).abort?.());
  try {
    return await task;
  } catch (error) {
    throw noAnswer(isTimeout(error) ? 'timeout' : 'offline');
  }
}

function contentOf({ body, bytes }: RequestOptions): { type: string; data: string | ArrayBuffer } | null {
  if (bytes) return { type: 'application/octet-stream', data: bytes };
  return body === undefined ? null : { type: 'application/json', data: JSON.stringify(body) };
}

const UNREADABLE = Symbol('unreadable');

function decode(data: unknown): unknown {
  if (typeof data !== 'string') return data ?? undefined;
  if (data === '') return undefined;
  try {
    return JSON.parse(data);
  } catch {
    return UNREADABLE;
  }
}

function headerOf(header: Record<string, unknown> | undefined, name: string): string | undefined {
  const found = Object.entries(header ?? {}).find(([key]) => key.toLowerCase() === name);
  return found ? String(found[1]) : undefined;
}

function isTimeout(error: unknown): boolean {
  const text = String((error as { errMsg?: string; name?: string }).errMsg ?? (error as Error).name ?? error);
  return /timeout|timed out|abort/i.test(text);
}

function isLapsed(problem: ApiProblem): boolean {
  return problem.code === 'session_expired' || problem.code === 'not_signed_in';
}
