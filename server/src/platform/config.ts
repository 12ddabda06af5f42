import { resolve } from 'node:path';
import * as z from 'zod/mini';

/** Every setting of the server, from the environment only. An empty value counts as absent. */
const environment = z.object({
  NODE_ENV: z._default(z.string(), 'development'),
  HOST: z._default(z.string(), '0.0.0.0'),
  PORT: z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(65535)), 3000),
  DATA_DIR: z._default(z.string(), './data'),
  DATABASE_URL: z.optional(z.string()),
  DEMO: z.optional(z.enum(['0', '1'])),
  EMBED_ORIGINS: z._default(z.string(), ''),
  LEDGER_DIGEST: z._default(z.enum(['sm3', 'sha256']), 'sm3'),
  LINK_SECRET: z.optional(z.string().check(z.minLength(16))),
  SMS_URL: z.optional(z.string()),
  SMS_TOKEN: z.optional(z.string()),
  WECHAT_API: z._default(z.string(), 'https://api.weixin.qq.com'),
  WECHAT_APPID: z.optional(z.string()),
  WECHAT_SECRET: z.optional(z.string()),
  MINIMUM_CLIENT: z._default(z.string(), '0.1.0'),
  PUBLIC_URL: z.optional(z.string().check(z.regex(/^https?:\/\/[^\s/]+$/))),
  LOG_LEVEL: z._default(z.string(), 'warn'),
  WEB_DIR: z.optional(z.string()),
});

export interface Config {
  production: boolean;
  demo: boolean;
  host: string;
  port: number;
  dataDir: string;
  databaseUrl: string | null;
  embedOrigins: string[];
  ledgerDigest: 'sm3' | 'sha256';
  linkSecret: string | null;
  sms: { url: string; token: string | null } | null;
  wechat: { api: string; appId: string; secret: string } | null;
  minimumClient: string;
  /** The origin that people reach the server by, as QR codes hold it; null: that of whoever prints them. */
  publicUrl: string | null;
  logLevel: string;
  webDir: string | null;
}

/** Thrown for a setting that cannot be; the message names it and says what to do. */
export class ConfigError extends Error {}

/**
 * Reads the settings. Under NODE_ENV=production the demo is off, and DEMO=1 is refused: invented people must never
 * stand in a township's own register.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const bad = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new ConfigError(`settings not usable: ${bad}; see the settings table in README.md`);
  }
  const e = parsed.data;
  const production = e.NODE_ENV === 'production';
  if (production && e.DEMO === '1')
    throw new ConfigError('DEMO=1 is refused under NODE_ENV=production: unset one of them');
  return {
    production,
    demo: e.DEMO === undefined ? !production : e.DEMO === '1',
    host: e.HOST,
    port: e.PORT,
    dataDir: resolve(e.DATA_DIR),
    databaseUrl: e.DATABASE_URL ?? null,
    embedOrigins: e.EMBED_ORIGINS.split(/[\s,]+/).filter(Boolean),
    ledgerDigest: e.LEDGER_DIGEST,
    linkSecret: e.LINK_SECRET ?? null,
    sms: e.SMS_URL ? { url: e.SMS_URL, token: e.SMS_TOKEN ?? null } : null,
    wechat:
      e.WECHAT_APPID && e.WECHAT_SECRET ? { api: e.WECHAT_API, appId: e.WECHAT_APPID, secret: e.WECHAT_SECRET } : null,
    minimumClient: e.MINIMUM_CLIENT,
    publicUrl: e.PUBLIC_URL ?? null,
    logLevel: e.LOG_LEVEL,
    webDir: e.WEB_DIR ?? null,
  };
}

/** Injection token of the settings. */
export const CONFIG = Symbol('config');
