import { hash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import canonicalize from 'canonicalize';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../problem';

/** Who asks: a person on a signed-in device. What they may do follows from tenures, never from this. */
export interface Actor extends Sender {
  sessionId: string;
}

/** Whose write it is, as far as doing it once goes. */
export interface Sender {
  /** The person; where nobody signs in, the id that the phone made for what it sends and that nobody else knows. */
  personId: string;
  /** The key and body digest by which a write is done once; null for a write without a key. The digest is not stored as it is (Writes). */
  request: { key: string; digest: string } | null;
}

/** A request that has passed the guard. */
export type SignedInRequest = FastifyRequest & { signedIn?: { personId: string; sessionId: string } };

const OPEN = 'open-to-all';
/** Marks a route that needs no sign-in. */
export const OpenToAll = () => SetMetadata(OPEN, true);
export const OPEN_TO_ALL = OPEN;

/** The actor as a controller's parameter. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const request = context.switchToHttp().getRequest<SignedInRequest>();
  if (!request.signedIn) throw new ProblemError('not_signed_in');
  return { ...request.signedIn, request: requestKey(request) };
});

/** The key of a write on a route that is open to all, as a controller's parameter. */
export const RequestKey = createParamDecorator((_: unknown, context: ExecutionContext): Actor['request'] =>
  requestKey(context.switchToHttp().getRequest<FastifyRequest>()),
);

function requestKey(request: FastifyRequest): Actor['request'] {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || key.length < 1 || key.length > 100) {
    throw ProblemError.at('invalid_input', 'Idempotency-Key', '提交编号应为 1 到 100 个字符');
  }
  const head = `${request.method} ${request.url}\n`;
  const { body } = request;
  const digest = hash('sha256', Buffer.isBuffer(body) ? Buffer.concat([Buffer.from(head), body]) : head + textOf(body));
  return { key, digest };
}

function textOf(body: unknown): string {
  return body === undefined ? '' : (canonicalize(body) ?? '');
}
