// Many requests over kept connections, a given number at a time.
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One request; answers status and decoded body. */
export function call(url, { method = 'GET', token, key, body } = {}) {
  const headers = { ...(token && { authorization: `Bearer ${token}` }), ...(key && { 'idempotency-key': key }) };
  const text = body === undefined ? undefined : JSON.stringify(body);
  if (text) Object.assign(headers, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode, text: Buffer.concat(parts).toString() }));
    });
    sent.on('error', reject);
    sent.end(text);
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
