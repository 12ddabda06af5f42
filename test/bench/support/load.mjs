// Many requests over kept connections, a given number at a time.
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One request with JSON in it; answers status and text. */
export function call(url, { body, ...options } = {}) {
  const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  return callRaw(url, { ...options, bytes, type: 'application/json' });
}

/** One request with bytes as they are. */
export function callRaw(url, { method = 'GET', token, key, bytes, type = 'application/octet-stream' } = {}) {
  const headers = { ...(token && { authorization: `Bearer ${token}` }), ...(key && { 'idempotency-key': key }) };
  if (bytes) Object.assign(headers, { 'content-type': type, 'content-length': bytes.length });
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode, text: Buffer.concat(parts).toString() }));
    });
    sent.on('error', reject);
    sent.end(bytes);
  });
}

/** Begins a PUT and breaks off after half of it; answers how many bytes went out. */
export function sendHalf(url, token, bytes) {
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' };
  return new Promise((resolve) => {
    const sent = request(url, { method: 'PUT', headers: { ...headers, 'content-length': bytes.length }, agent: false });
    sent.on('error', () => undefined);
    sent.on('close', () => resolve(half.length));
    sent.write(half, () => sent.destroy());
  });
}

/** Runs `count` calls of `one(index)`, `concurrency` at a time; answers the seconds it took. */
export async function run(count, concurrency, one) {
  let next = 0;
  const start = process.hrtime.bigint();
  const worker = async () => {
    while (next < count) await one(next++);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/** CPU per request (ms), requests per second, of `count` calls against a server. */
export async function measure(server, count, concurrency, one) {
  const before = server.cpu();
  const seconds = await run(count, concurrency, one);
  return { cpuMs: ((server.cpu() - before) * 1000) / count, perSecond: count / seconds };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
