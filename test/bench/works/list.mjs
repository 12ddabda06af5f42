// W3: the list of hazards over a hundred thousand.
import { randomUUID } from 'node:crypto';
import { startBare } from '../support/bare.mjs';
import { SERVER } from '../support/built.mjs';
import { plainDriver } from '../support/database.mjs';
import { call, measure, median } from '../support/load.mjs';
import { startServer } from '../support/processes.mjs';
import { record } from '../support/recording.mjs';
import { fillTownships } from '../support/townships.mjs';

const COLUMNS = [
  'id',
  'number',
  'townshipCode',
  'areaCode',
  'state',
  'path',
  'origin',
  'level',
  'description',
  'photoIds',
  'reporterPersonId',
  'rectifierIds',
  'holderPostId',
  'holderSince',
  'occurredAt',
  'receivedAt',
  'updatedAt',
];
const BATCH = 250;

/** Newest 20 of a village, page 500 by cursor, the township's newest; each beside its bare limit. */
export async function list(database, { hazards = 100_000, rounds = 5, requests = 200 } = {}) {
  const [town] = await fillTownships(database, 1, 20);
  await fillHazards(database, town, hazards);
  const rows = [];
  const cursor = Buffer.from(
    `${new Date(Date.UTC(2026, 0, 1) + (hazards - 10_000) * 60_000).toISOString()}|${'f'.repeat(8)}-ffff-ffff-ffff-${'f'.repeat(12)}`,
  ).toString('base64url');
  const asks = {
    'newest 20 of a village': `area=${town.village}`,
    'newest 20 of the township': '',
    'page 500 by cursor': `cursor=${cursor}`,
  };
  for (const [name, query] of Object.entries(asks)) {
    const path = `/api/hazards?limit=20&${query}`;
    const token = town.people.secretary.token;
    const recorded = await record(database, async (url) => JSON.parse((await call(url + path, { token })).text));
    const bare = await startBare(database, recorded, { town, role: 'secretary', key: '' }, [town]);
    const server = await startServer(`${SERVER}main.js`, [], database.env);
    const one = (target) => async () => {
      const answer = await call(target.url + path, { token });
      if (answer.status !== 200) throw new Error(answer.text);
    };
    const [ours, theirs] = [[], []];
    for (const target of [server, bare]) await measure(target, 50, 1, one(target));
    for (let round = 0; round < rounds; round++) {
      ours.push(await measure(server, requests, 1, one(server)));
      theirs.push(await measure(bare, requests, 1, one(bare)));
    }
    await Promise.all([server.stop(), bare.stop()]);
    const ratio = median(ours.map((it, round) => it.cpuMs / theirs[round].cpuMs));
    rows.push({
      database: database.name,
      hazards,
      ask: name,
      statements: recorded.statements.length,
      'CPU ms': median(ours.map((it) => it.cpuMs)).toFixed(2),
      'CPU ratio': ratio.toFixed(2),
      'answers/s': median(ours.map((it) => it.perSecond)).toFixed(0),
    });
  }
  return { title: `W3 list — ${database.name}`, rows, notes: [] };
}

async function fillHazards(database, town, count) {
  const driver = plainDriver(database);
  const start = Date.UTC(2026, 0, 1);
  for (let done = 0; done < count; done += BATCH) {
    await driver.transaction(async (run) => {
      const values = Array.from({ length: BATCH }, (_, offset) =>
        row(town, done + offset, new Date(start + (done + offset) * 60_000)),
      );
      const marks = values.map((list) => `(${list.map(() => '?').join(', ')})`).join(', ');
      await run(`INSERT INTO hazard (${COLUMNS.join(', ')}) VALUES ${marks}`, values.flat());
    });
  }
  await driver.close();
}

function row(town, index, at) {
  const state = index % 4 === 0 ? 'rectifying' : 'closed';
  const village = town.villages[index % town.villages.length];
  const holder = state === 'closed' ? null : town.people.head.postId;
  return [
    randomUUID(),
    `${town.code}-b-${index}`,
    town.code,
    village,
    state,
    'assigned',
    'patrol',
    'general',
    `隐患 ${index}`,
    '[]',
    town.people.cadre.id,
    '[]',
    holder,
    holder ? at : null,
    at,
    at,
    at,
  ];
}
