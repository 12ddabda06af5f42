// The bare limit: node:http, JSON in and out, and the very statements that the server was recorded to make, on the same driver.
// Usage: node bare-server.mjs FILE, where FILE is JSON {database, before, within, after, towns, probe, answer}.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { plainDriver } from './support/database.mjs';
import { bind, substituted } from './support/substitution.mjs';

const work = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const driver = plainDriver(work.database);
const byToken = new Map(work.towns.map((town) => [town.people[work.role].token, town]));
const prepare = (list) =>
  list.map((statement) => ({ sql: statement.sql, bind: bind(statement.parameters, work.probe) }));
const [before, within, after] = [prepare(work.before), prepare(work.within), prepare(work.after)];

async function answer(request, body) {
  const town = byToken.get((request.headers.authorization ?? '').slice(7));
  const context = {
    town,
    key: request.headers['idempotency-key'],
    body,
    ids: new Map(),
    seq: 0,
    last: 0,
    newId: randomUUID,
  };
  for (const statement of before) await driver.run(statement.sql, substituted(statement.bind, context));
  if (within.length > 0) {
    await driver.transaction(async (run) => {
      for (const statement of within) {
        const rows = await run(statement.sql, substituted(statement.bind, context));
        if (Array.isArray(rows) && rows[0]?.seq !== undefined) context.seq = Number(rows[0].seq);
        if (Array.isArray(rows) && rows[0]?.last !== undefined) context.last = Number(rows[0].last);
      }
    });
  }
  for (const statement of after) await driver.run(statement.sql, substituted(statement.bind, context));
  return work.answer;
}

const server = createServer((request, response) => {
  if (request.url === '/healthz') return response.end('{}');
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', async () => {
    try {
      const body = parts.length > 0 ? JSON.parse(Buffer.concat(parts).toString()) : undefined;
      const text = JSON.stringify(await answer(request, body));
      response.writeHead(request.method === 'POST' ? 201 : 200, { 'content-type': 'application/json' }).end(text);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
