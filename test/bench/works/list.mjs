// W3: the list of hazards over a hundred thousand, and over ten million: the same work in the same run, taken in turn.
import { SERVER } from '../support/built.mjs';
import { plainDriver } from '../support/database.mjs';
import { call, measure, median } from '../support/load.mjs';
import { startServer } from '../support/processes.mjs';
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
  'watched',
  'sampled',
  'occurredAt',
  'receivedAt',
  'updatedAt',
];
const BATCH = 1000;
const START = Date.UTC(2007, 0, 1);
const MINUTE = 60_000;
/** Pages of 20: page 500 begins behind so many. */
const PAGE_500 = 500 * 20;

/** Newest 20 of a village, of the township, page 500 by cursor: what the large list costs beside the small one. */
export async function list(database, { few = 100_000, many = 10_000_000, rounds = 5, requests = 200 } = {}, open) {
  const other = await open();
  try {
    const small = await filled(database, few);
    const large = await filled(other, many);
    const servers = await Promise.all([database, other].map(({ env }) => startServer(`${SERVER}main.js`, [], env)));
    small.server = servers[0];
    large.server = servers[1];
    const rows = [];
    for (const [name, query] of Object.entries(ASKS))
      rows.push(await compare(name, query, small, large, rounds, requests));
    await Promise.all(servers.map((server) => server.stop()));
    return {
      title: `W3 list — ${database.name}`,
      rows: rows.map((row) => ({ database: database.name, ...row })),
      notes: [`${few} and ${many} hazards of one township in 20 villages; aim: the large at most 1.2 × the small`],
    };
  } finally {
    await other.close();
  }
}

const ASKS = {
  'newest 20 of a village': ({ town }) => `area=${town.village}`,
  'newest 20 of the township': () => '',
  'page 500 of the township, by cursor': ({ count }) => `cursor=${cursorBehind(count - PAGE_500)}`,
};

async function filled(database, count) {
  const [town] = await fillTownships(database, 1, 20);
  const started = Date.now();
  await fillHazards(database, town, count);
  console.log(`${database.name}: ${count} hazards in ${Math.round((Date.now() - started) / 1000)} s`);
  return { town, count };
}

async function compare(name, query, small, large, rounds, requests) {
  const one = (side) => {
    const path = `/api/hazards?limit=20&${query(side)}`;
    const { token } = side.town.people.secretary;
    return async () => {
      const answer = await call(side.server.url + path, { token });
      const found = answer.status === 200 ? JSON.parse(answer.text).items.length : 0;
      if (found !== 20) throw new Error(`${path}: ${answer.status}, ${found} found`);
    };
  };
  const figures = [[], []];
  for (const side of [small, large]) await measure(side.server, 50, 1, one(side));
  for (let round = 0; round < rounds; round++)
    for (const [index, side] of [small, large].entries())
      figures[index].push(await measure(side.server, requests, 1, one(side)));
  const ratio = (field) => {
    const values = figures[1].map((figure, round) => figure[field] / figures[0][round][field]);
    return `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)})`;
  };
  const millis = (side) => median(side.map((it) => 1000 / it.perSecond)).toFixed(1);
  return {
    ask: name,
    [`ms at ${small.count}`]: millis(figures[0]),
    [`ms at ${large.count}`]: millis(figures[1]),
    'CPU, large ÷ small': ratio('cpuMs'),
    'answers/s, large ÷ small': ratio('perSecond'),
  };
}

function cursorBehind(index) {
  return Buffer.from(`${new Date(START + index * MINUTE).toISOString()}|${idOf(index, 'f')}`).toString('base64url');
}

/** Ids in the order of time, as version 7 makes them. */
function idOf(index, rest = '0') {
  const time = (START + index * MINUTE).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${rest.repeat(12)}`;
}

async function fillHazards(database, town, count) {
  const driver = plainDriver(database);
  await driver.durable(false);
  for (let done = 0; done < count; done += BATCH) {
    await driver.transaction(async (run) => {
      const values = Array.from({ length: Math.min(BATCH, count - done) }, (_, offset) =>
        row(town, done + offset, new Date(START + (done + offset) * MINUTE)),
      );
      const marks = values.map((list) => `(${list.map(() => '?').join(', ')})`).join(', ');
      await run(`INSERT INTO hazard (${COLUMNS.join(', ')}) VALUES ${marks}`, values.flat());
    });
  }
  await driver.durable(true);
  await driver.close();
}

function row(town, index, at) {
  const state = index % 4 === 0 ? 'rectifying' : 'closed';
  const village = town.villages[index % town.villages.length];
  const holder = state === 'closed' ? null : town.people.head.postId;
  return [
    idOf(index),
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
    false,
    false,
    at,
    at,
    at,
  ];
}
