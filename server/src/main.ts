import 'reflect-metadata';
import { join } from 'node:path';
import { createApp } from './app';
import { DemoService } from './demo/demo.service';
import { demoBanner } from './demo/demo-banner';
import { ConfigError, readConfig } from './platform/config';
import { claimDataDir, DataDirInUse } from './platform/data-dir';

/** Starts the server, says where it listens, and stops cleanly on SIGINT and SIGTERM. */
async function main(): Promise<void> {
  const config = readConfig({ WEB_DIR: join(__dirname, '../../miniapp/dist/h5'), ...process.env });
  const release = claimDataDir(config.dataDir);
  const app = await createApp(config);
  await app.nest.get(DemoService, { strict: false }).seedIfEmpty();
  await app.nest.listen({ port: config.port, host: config.host });
  const stop = async () => {
    await app.nest.close();
    release();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  console.log(`责任田 Zerentian: ${await app.nest.getUrl()}`);
  if (config.demo) console.log(demoBanner());
}

main().catch((error: unknown) => {
  const isPlain = error instanceof ConfigError || error instanceof DataDirInUse;
  const code = (error as { code?: string }).code;
  if (code === 'EADDRINUSE') console.error('端口已被占用 the port is in use: set PORT to another one');
  else console.error(isPlain ? (error as Error).message : error);
  process.exit(1);
});
