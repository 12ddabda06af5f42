import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Answers what rarely changes: with its tag, and with 304 and no body to whoever holds it already. The body is made only when
 * somebody needs it.
 */
export async function answerUnlessHeld(
  request: FastifyRequest,
  reply: FastifyReply,
  tag: string,
  body: () => unknown,
): Promise<void> {
  const etag = `"${tag}"`;
  reply.header('etag', etag).header('cache-control', 'private, no-cache');
  if (holds(request.headers['if-none-match'], etag)) {
    await reply.status(304).send();
    return;
  }
  await reply.status(200).send(body());
}

/** Whether If-None-Match names the tag; weak tags match as well (RFC 9110, 13.1.2). */
function holds(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((part) => part.trim().replace(/^W\//, '') === etag || part.trim() === '*');
}
