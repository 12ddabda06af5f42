import type { FieldError, Problem, ProblemCode } from '@zerentian/shared/problem';

/** Why no answer came at all; beside the server's own codes. */
export type NetworkCode = 'offline' | 'timeout' | 'unreadable_answer';

/**
 * A request that did not succeed: the server's refusal (RFC 9457), or no answer. `detail` is Chinese and is shown to
 * people as it stands; programs branch on `code`.
 */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    readonly code: ProblemCode | NetworkCode | 'photo_gone',
    readonly title: string,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(`${code}: ${detail}`);
  }

  /** No answer came, or the server could not take it now: the same request may be sent again. */
  get isTransient(): boolean {
    return (
      (this.status === 0 && this.code !== 'photo_gone') ||
      this.status === 503 ||
      this.status === 502 ||
      this.status === 504
    );
  }
}

const NO_ANSWER: Record<NetworkCode, { title: string; detail: string }> = {
  offline: {
    title: '连不上网络',
    detail: '手机现在连不上服务器。您填写的内容还在手机上，没有丢失。有信号后再试一次。',
  },
  timeout: { title: '网络太慢', detail: '等了很久没有收到答复，可能已经送达。再试一次不会重复提交。' },
  unreadable_answer: {
    title: '服务器答复异常',
    detail: '收到的答复读不懂，可能是网络中途被改动。请稍后再试；仍不行请联系管理员。',
  },
};

export function noAnswer(code: NetworkCode): ApiProblem {
  return new ApiProblem(0, code, NO_ANSWER[code].title, NO_ANSWER[code].detail);
}

/** A kept photo that this device no longer has. */
export function photoGone(): ApiProblem {
  return new ApiProblem(
    0,
    'photo_gone',
    '照片不在了',
    '手机里找不到这张照片了，可能被清理过。这一张没有送达，文字和其他照片不受影响。',
  );
}

/** Reads a refusal's body; a body that is no problem document (a proxy's page, say) becomes a readable one. */
export function problemFrom(status: number, body: unknown): ApiProblem {
  if (isProblem(body)) return new ApiProblem(status, body.code, body.title, body.detail, body.errors ?? []);
  const gateway = status >= 502 && status <= 504;
  return new ApiProblem(
    status,
    'unreadable_answer',
    gateway ? '服务器暂时不可用' : '服务器答复异常',
    gateway ? '服务器暂时不可用。您填写的内容还在手机上，没有丢失。请稍后再试。' : NO_ANSWER.unreadable_answer.detail,
  );
}

/** Any thrown thing as something that can be shown. */
export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem(
    0,
    'unreadable_answer',
    '程序出错了',
    '程序出了错，您填写的内容还在手机上。请返回再试；仍不行请联系管理员。',
  );
}

function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null) return false;
  const it = body as Partial<Record<keyof Problem, unknown>>;
  return typeof it.code === 'string' && typeof it.detail === 'string' && typeof it.title === 'string';
}
