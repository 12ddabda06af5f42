import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Speaks the protocol of WeChat's servers as far as sign-in needs it: status 200 with an errcode in the body, codes that work once,
 * access tokens that expire. It checks what it is sent as strictly as WeChat does, and can be told to misbehave.
 */
export class WechatStub {
  readonly appId = 'wx0000000000000000';
  readonly secret = 'stub-secret-never-logged';
  /** Every request line with its query, in order. */
  readonly seen: { method: string; path: string; query: URLSearchParams; body: Body }[] = [];
  private readonly server = createServer((request, reply) => void this.answer(request, reply));
  private readonly openIds = new Map<string, string>();
  private readonly phones = new Map<string, { number: string; countryCode: string }>();
  private readonly used = new Set<string>();
  private readonly troubles: { path: string; trouble: Trouble }[] = [];
  private readonly tokens = new Map<string, 'good' | 'expired'>();
  private made = 0;

  static async start(): Promise<WechatStub> {
    const stub = new WechatStub();
    await new Promise<void>((resolve) => stub.server.listen(0, '127.0.0.1', resolve));
    return stub;
  }

  /** Settings for a server that is to talk to this. */
  get settings(): Record<string, string> {
    const { port } = this.server.address() as AddressInfo;
    return { WECHAT_API: `http://127.0.0.1:${port}`, WECHAT_APPID: this.appId, WECHAT_SECRET: this.secret };
  }

  /** What `wx.login` gives somebody: a new code. */
  login(openId: string): string {
    const code = `login-${++this.made}`;
    this.openIds.set(code, openId);
    return code;
  }

  /** What `getPhoneNumber` gives. */
  agreeToPhone(number: string, countryCode = '86'): string {
    const code = `phone-${++this.made}`;
    this.phones.set(code, { number, countryCode });
    return code;
  }

  /** The next call of a path meets this instead. */
  trouble(path: string, ...troubles: Trouble[]): void {
    for (const trouble of troubles) this.troubles.push({ path, trouble });
  }

  /** The tokens handed out so far end now: `expired` is told so (42001), unless they are forgotten altogether (40001). */
  endTokens(how: 'expired' | 'forgotten'): void {
    for (const token of this.tokens.keys()) {
      if (how === 'expired') this.tokens.set(token, 'expired');
      else this.tokens.delete(token);
    }
  }

  calls(path: string): number {
    return this.seen.filter((call) => call.path === path).length;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://stub');
    const body = await bodyOf(request);
    this.seen.push({ method: request.method ?? '', path, query, body });
    const at = this.troubles.findIndex((it) => it.path === path);
    const trouble = at >= 0 ? this.troubles.splice(at, 1)[0]?.trouble : undefined;
    if (trouble?.hangUp) return void request.socket.destroy();
    if (trouble?.slowMs) await sleep(trouble.slowMs);
    if (trouble?.raw !== undefined) return void reply.writeHead(trouble.status ?? 200).end(trouble.raw);
    const answer =
      trouble?.errcode === undefined ? this.speak(path, query, body) : { errcode: trouble.errcode, errmsg: 'as told' };
    reply.writeHead(200, { 'content-type': 'text/plain' }).end(JSON.stringify(answer));
  }

  private speak(path: string, query: URLSearchParams, body: Body): object {
    if (path === '/sns/jscode2session') return this.session(query);
    if (path === '/cgi-bin/stable_token') return this.token(body);
    if (path === '/wxa/business/getuserphonenumber') return this.phone(query, body);
    return { errcode: 43101, errmsg: 'no such interface' };
  }

  private session(query: URLSearchParams): object {
    if (query.get('appid') !== this.appId) return { errcode: 40013, errmsg: 'invalid appid' };
    if (query.get('secret') !== this.secret) return { errcode: 40125, errmsg: 'invalid appsecret' };
    if (query.get('grant_type') !== 'authorization_code') return { errcode: 40002, errmsg: 'invalid grant_type' };
    const code = query.get('js_code') ?? '';
    const openid = this.openIds.get(code);
    if (!openid) return { errcode: 40029, errmsg: 'invalid code' };
    if (this.used.has(code)) return { errcode: 40163, errmsg: 'code been used' };
    this.used.add(code);
    return { openid, session_key: 'c2Vzc2lvbi1rZXktb2YtdGhlLXN0dWI=', unionid: 'union' };
  }

  private token(body: Body): object {
    if (body.grant_type !== 'client_credential') return { errcode: 40002, errmsg: 'invalid grant_type' };
    if (body.appid !== this.appId) return { errcode: 40013, errmsg: 'invalid appid' };
    if (body.secret !== this.secret) return { errcode: 40125, errmsg: 'invalid appsecret' };
    const good = [...this.tokens].find(([, state]) => state === 'good')?.[0];
    if (good && !body.force_refresh) return { access_token: good, expires_in: 7200 };
    const token = `access-token-${++this.made}`;
    this.tokens.set(token, 'good');
    return { access_token: token, expires_in: 7200 };
  }

  private phone(query: URLSearchParams, body: Body): object {
    const state = this.tokens.get(query.get('access_token') ?? '');
    if (state === undefined)
      return { errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' };
    if (state === 'expired') return { errcode: 42001, errmsg: 'access_token expired' };
    const phone = this.phones.get(String(body.code));
    if (!phone) return { errcode: 40029, errmsg: 'invalid code' };
    if (this.used.has(String(body.code))) return { errcode: 40163, errmsg: 'code been used' };
    this.used.add(String(body.code));
    const { number: purePhoneNumber, countryCode } = phone;
    const watermark = { timestamp: 1, appid: this.appId };
    const phoneNumber = countryCode === '86' ? purePhoneNumber : `+${countryCode}${purePhoneNumber}`;
    return { errcode: 0, errmsg: 'ok', phone_info: { phoneNumber, purePhoneNumber, countryCode, watermark } };
  }
}

type Body = Record<string, string | boolean>;

export interface Trouble {
  errcode?: number;
  slowMs?: number;
  hangUp?: boolean;
  status?: number;
  raw?: string;
}

async function bodyOf(request: IncomingMessage): Promise<Body> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const text = Buffer.concat(pieces).toString();
  return text === '' ? {} : JSON.parse(text);
}
