import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiHeader } from '@nestjs/swagger';
import type { RouteOptions } from 'fastify';
import { ProblemError } from '../problem';
import { WRITE_HEADERS } from './contract';

/** A route whose body is a file of at most so many bytes, sent as it is. */
export function TakesFile(mostBytes: number): MethodDecorator {
  return applyDecorators(
    RouteConfig({ bodyLimit: mostBytes }),
    ApiConsumes('application/octet-stream'),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
    ...WRITE_HEADERS.map((header) => ApiHeader({ ...header, required: false })),
  );
}

/** For Fastify's onRoute: lets such a route take more than the rest. */
export function takesFile(route: RouteOptions): void {
  const { bodyLimit } = (route.config ?? {}) as { bodyLimit?: number };
  if (bodyLimit !== undefined) route.bodyLimit = bodyLimit;
}

/** The file that was sent. @throws unsupported_media_type */
export function fileFrom(body: unknown): Buffer {
  if (!Buffer.isBuffer(body)) throw new ProblemError('unsupported_media_type');
  return body;
}
