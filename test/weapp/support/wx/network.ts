import { request as httpRequest, type IncomingMessage } from 'node:http';
import { type Device } from './device';
import { WxFailure } from './failure';
import { keepTemporary } from './files';

interface RequestOptions {
  url: string;
  method?: string;
  header?: Record<string, string>;
  data?: unknown;
  dataType?: string;
  responseType?: string;
  timeout?: number;
}

interface Answer {
  statusCode: number;
  header: Record<string, string>;
  body: Buffer;
}

const WECHAT_TIMEOUT_MS = 60_000;

/** wx.request over real HTTP: bodies are encoded and answers decoded as WeChat does both. */
export async function wxRequest(device: Device, options: RequestOptions, signal: AbortSignal) {
  const { method = 'GET', header = {}, data } = options;
  if (Object.keys(header).some((name) => name.toLowerCase() === 'referer'))
    throw new WxFailure('header referer is fixed');
  const isQuery = method === 'GET' && data !== undefined && typeof data === 'object';
  const url = isQuery ? withQuery(options.url, data as Record<string, unknown>) : options.url;
  const body = isQuery || data === undefined ? undefined : encoded(data, header);
  const instead = device.insteadOf(options as unknown as Record<string, unknown>);
  if (instead) {
    const text = JSON.stringify(instead.body);
    return { data: decoded(Buffer.from(text), options), statusCode: instead.status, header: {}, cookies: [] };
  }
  const answer = await exchange(device, { ...options, url }, method, body, signal);
  return {
    data: decoded(answer.body, options),
    statusCode: answer.statusCode,
    header: answer.header,
    cookies: [],
  };
}

/** wx.downloadFile: whatever the server answers, a refusal too, is a file. */
export async function wxDownload(device: Device, options: RequestOptions, signal: AbortSignal) {
  const answer = await exchange(device, options, 'GET', undefined, signal);
  const extension = answer.header['Content-Type']?.includes('pdf') ? 'pdf' : 'bin';
  return { statusCode: answer.statusCode, tempFilePath: keepTemporary(device, answer.body, extension) };
}

function withQuery(url: string, data: Record<string, unknown>): string {
  const pairs = Object.entries(data).map(([key, value]) => [key, String(value)]);
  return `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams(pairs)}`;
}

function encoded(data: unknown, header: Record<string, string>): Buffer {
  if (Object.prototype.toString.call(data) === '[object ArrayBuffer]') return Buffer.from(data as ArrayBuffer);
  if (typeof data === 'string') return Buffer.from(data);
  const type =
    Object.entries(header).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'application/json';
  if (type.includes('json')) return Buffer.from(JSON.stringify(data));
  return Buffer.from(withQuery('', data as Record<string, unknown>).slice(1));
}

function decoded(body: Buffer, { responseType, dataType = 'json' }: RequestOptions): unknown {
  if (responseType === 'arraybuffer') return new Uint8Array(body).buffer;
  const text = body.toString('utf8');
  if (dataType !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The address compiled into the bundle is led to the server under test; any other is one that WeChat refuses. */
function serverAddress(device: Device, url: string): URL {
  const asked = new URL(url);
  if (asked.origin !== device.builtFor)
    throw new WxFailure(`url not in domain list: ${asked.origin}`, { errno: 600002 });
  return new URL(`${asked.pathname}${asked.search}`, device.settings.server);
}

function exchange(
  device: Device,
  options: RequestOptions,
  method: string,
  body: Buffer | undefined,
  signal: AbortSignal,
): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json', ...options.header, 'Content-Length': body?.length ?? 0 };
  const address = serverAddress(device, options.url);
  return new Promise((resolve, reject) => {
    const sent = httpRequest(address, { method, headers: named(headers), agent: false }, (response) => {
      // The line broke in the middle of the answer.
      read(response).then(resolve, (error: Error) =>
        reject(new WxFailure(`errcode:-100 ${error.message}`, { errno: 600001 })),
      );
    });
    const stop = (text: string) => () => {
      sent.destroy();
      reject(new WxFailure(text));
    };
    sent.setTimeout(options.timeout ?? WECHAT_TIMEOUT_MS, stop('timeout'));
    signal.addEventListener('abort', stop('abort'));
    sent.on('error', (error) => reject(new WxFailure(`errcode:-102 ${error.message}`, { errno: 600001 })));
    sent.end(body);
  });
}

/** One header per name, whatever its case; the program's own wins. */
function named(headers: Record<string, string | number>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

async function read(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { statusCode: response.statusCode ?? 0, header: headerOf(response), body: Buffer.concat(chunks) };
}

/** With capitals, as WeChat for Android hands them on: a program that asks for `date` must look for both. */
function headerOf(response: IncomingMessage): Record<string, string> {
  const entries = Object.entries(response.headers).map(([name, value]) => {
    const capital = name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
    return [capital, Array.isArray(value) ? value.join(',') : (value ?? '')];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}
