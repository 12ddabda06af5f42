import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from './config';

/** Serves the H5 build at `/` on the API's own origin: hash router, relative assets. Names with a hash in them never change. */
export async function serveWeb(nest: NestFastifyApplication, config: Config): Promise<void> {
  if (!config.webDir || !existsSync(join(config.webDir, 'index.html'))) return;
  const fastify = nest.getHttpAdapter().getInstance();
  // The address on posters. The page judges the code; here it only must not lead anywhere else.
  fastify.get<{ Params: { code: string } }>('/p/:code', (request, reply) =>
    reply.redirect(`/#/public-reports/open/report/index?code=${encodeURIComponent(request.params.code)}`, 302),
  );
  await fastify.register(fastifyStatic as never, {
    root: config.webDir,
    wildcard: false,
    cacheControl: false,
    setHeaders: (response: { setHeader(name: string, value: string): void }, path: string) => {
      const isForever = /[.-][0-9a-f]{8,}\.\w+$/.test(path);
      response.setHeader('cache-control', isForever ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
