import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Injectable,
  Logger,
  NotFoundException,
} from '@nestjs/common';
import { type Problem, type ProblemCode, problem } from '@zerentian/shared/problem';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isBusy } from './database/database-errors';
import { PathMethods } from './http/path-methods';
import { ProblemError } from './problem';

const BY_STATUS: Record<number, ProblemCode> = {
  400: 'malformed_request',
  401: 'not_signed_in',
  403: 'forbidden',
  404: 'not_found',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
};

/** Turns whatever was thrown into a named problem; what nobody foresaw is logged and called `internal`. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  constructor(private readonly paths: PathMethods) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    // Only the framework throws this one: no route has the method and path.
    const allowed = error instanceof NotFoundException ? this.paths.of(http.getRequest<FastifyRequest>().url) : [];
    const body = allowed.length > 0 ? problem('method_not_allowed') : this.problemOf(error);
    if (allowed.length > 0) reply.header('allow', allowed.join(', '));
    void reply.status(body.status).header('content-type', 'application/problem+json; charset=utf-8').send(body);
  }

  private problemOf(error: unknown): Problem {
    if (error instanceof ProblemError) return problem(error.code, error.detail, error.errors);
    const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
    const code = status === undefined ? undefined : BY_STATUS[status];
    if (code) return problem(code);
    if (isBusy(error)) return problem('busy');
    this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return problem('internal');
  }
}
