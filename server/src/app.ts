import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { problem } from '@zerentian/shared/problem';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module';
import { entities } from './entities';
import { Clock } from './platform/clock';
import type { Config } from './platform/config';
import { openDatabase } from './platform/database/data-source';
import { PathMethods } from './platform/http/path-methods';
import { takesFile } from './platform/http/takes-file';
import { VERSION } from './platform/version';
import { serveWeb } from './platform/web';

const BODY_LIMIT = 1024 * 1024;

/** A running server without a port: `listen` or `inject` it, then `close`. */
export interface App {
  nest: NestFastifyApplication;
  source: DataSource;
  clock: Clock;
}

/** Opens the database and builds the server on it. */
export async function createApp(config: Config, clock = new Clock()): Promise<App> {
  const source = await openDatabase(config, entities);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: 'loopback',
    forceCloseConnections: true,
    frameworkErrors: malformed,
  });
  const nest = await NestFactory.create<NestFastifyApplication>(AppModule.on(source, config, clock), adapter, {
    logger: config.logLevel === 'silent' ? false : ['error', 'warn'],
    abortOnError: false,
  });
  nest.setGlobalPrefix('api', { exclude: ['healthz'] });
  secure(nest, config);
  const paths = nest.get(PathMethods);
  nest
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route) => {
      paths.add(route);
      takesFile(route);
    });
  await serveWeb(nest, config);
  describe(nest);
  await nest.init();
  // JSON and photo parts are all that is understood; text must not reach a contract as if it were.
  nest.getHttpAdapter().getInstance().removeContentTypeParser(['text/plain', 'application/x-www-form-urlencoded']);
  await nest.getHttpAdapter().getInstance().ready();
  return { nest, source, clock };
}

/** What the framework refuses before any route, such as a path that cannot be decoded. */
function malformed(_error: unknown, _request: FastifyRequest, reply: FastifyReply): void {
  const body = problem('malformed_request');
  void reply.status(body.status).header('content-type', 'application/problem+json; charset=utf-8').send(body);
}

/** Headers that keep a browser from guessing, framing elsewhere, or telling where it came from. */
function secure(nest: NestFastifyApplication, config: Config): void {
  const frames = ["'self'", ...config.embedOrigins].join(' ');
  const fastify = nest.getHttpAdapter().getInstance();
  fastify.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  fastify.addHook('onRequest', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    reply.header(
      'content-security-policy',
      `default-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors ${frames}`,
    );
  });
  fastify.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
}

function describe(nest: NestFastifyApplication): void {
  const words = new DocumentBuilder()
    .setTitle('责任田 Zerentian')
    .setDescription('Who is accountable for what, where, since when, and what they did about it.')
    .setVersion(VERSION)
    .addBearerAuth()
    .addGlobalResponse({
      status: 'default',
      description: 'RFC 9457 problem',
      content: { 'application/problem+json': { schema: PROBLEM_SCHEMA } },
    } as never)
    .build();
  const document = SwaggerModule.createDocument(nest, words);
  nest
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', (_request, reply) => reply.send(document));
}

const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', example: problem('not_found').type },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
    },
  },
};
