// W1 and W1b: a cadre's report with permission check, ledger entry and notices in one transaction.
import { startBare } from '../support/bare.mjs';
import { SERVER } from '../support/built.mjs';
import { plainDriver } from '../support/database.mjs';
import { call, measure, median, run } from '../support/load.mjs';
import { startServer } from '../support/processes.mjs';
import { record } from '../support/recording.mjs';
import { fillTownships, reportBody } from '../support/townships.mjs';

const MAIN = `${SERVER}main.js`;
let keys = 0;

const send = (url, town, key) =>
  call(`${url}/api/hazards`, { method: 'POST', token: town.people.cadre.token, key, body: reportBody(town, keys) });

/** Server CPU and throughput beside the bare limit, over many townships and over one. */
export async function report(database, { rounds = 5, requests = 600, townships = 200 } = {}) {
  const towns = await fillTownships(database, townships + 1);
  const probe = { town: towns.pop(), role: 'cadre', key: 'probe-recorded' };
  const recorded = await record(database, async (url, key) =>
    JSON.parse((await send(url, probe.town, `probe-${key}`)).text),
  );
  const bare = await startBare(database, recorded, probe, towns);
  const server = await startServer(MAIN, [], database.env);
  const rows = [];
  try {
    await run(towns.length, 8, (index) => send(server.url, towns[index], `first-${index}`));
    // Both run compiled code before the first figure is taken.
    for (const { url } of [server, bare])
      await run(requests * 4, 8, (index) => send(url, towns[index % towns.length], `warm-${keys++}`));
    for (const spread of [towns, towns.slice(0, 1)]) {
      for (const concurrency of [1, 8, 32])
        rows.push(await compare({ server, bare, towns: spread, concurrency, rounds, requests, name: database.name }));
    }
    const stored = await count(database);
    return {
      title: `W1 report — ${database.name}`,
      rows,
      notes: [`${recorded.statements.length} statements a request; ${stored} hazards stored in all`],
    };
  } finally {
    await Promise.all([server.stop(), bare.stop()]);
  }
}

async function compare({ server, bare, towns, concurrency, rounds, requests, name }) {
  const one = (target) => async (index) => {
    const answer = await send(target.url, towns[index % towns.length], `bench-${keys++}`);
    if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
  };
  for (const target of [server, bare]) await measure(target, Math.ceil(requests / 4), concurrency, one(target));
  const [ours, theirs] = [[], []];
  for (let round = 0; round < rounds; round++) {
    ours.push(await measure(server, requests, concurrency, one(server)));
    theirs.push(await measure(bare, requests, concurrency, one(bare)));
  }
  const ratios = (field) => ours.map((figure, round) => figure[field] / theirs[round][field]);
  const spread = (values) =>
    `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)})`;
  return {
    database: name,
    townships: towns.length,
    concurrency,
    'CPU ms': median(ours.map((it) => it.cpuMs)).toFixed(2),
    'bare CPU ms': median(theirs.map((it) => it.cpuMs)).toFixed(2),
    'CPU ratio': spread(ratios('cpuMs')),
    'reports/s': median(ours.map((it) => it.perSecond)).toFixed(0),
    'throughput ratio': spread(ratios('perSecond')),
  };
}

async function count(database) {
  const driver = plainDriver(database);
  const [{ n }] = await driver.run('SELECT COUNT(*) AS n FROM hazard');
  await driver.close();
  return Number(n);
}

/** Reports sent twice, some at once, some after a restart: each stored once, the second answer equal to the first. */
export async function replay(database, { reports = 10_000 } = {}) {
  const towns = await fillTownships(database, 50);
  let server = await startServer(MAIN, [], database.env);
  const answers = new Array(reports);
  let unequal = 0;
  const of = (index) => send(server.url, towns[index % towns.length], `replay-${index}`);
  const fixedKeys = keys;
  const both = async (index) => {
    const isAtOnce = index % 3 === 0;
    const [first, second] = isAtOnce ? await Promise.all([of(index), of(index)]) : [await of(index), null];
    answers[index] = first.text;
    if (second && second.text !== first.text) unequal += 1;
  };
  const seconds = await run(reports, 32, both);
  const memory = server.memory();
  await server.stop('SIGKILL');
  server = await startServer(MAIN, [], database.env);
  const again = await run(reports, 32, async (index) => {
    if ((await of(index)).text !== answers[index]) unequal += 1;
  });
  await server.stop();
  if (keys !== fixedKeys) throw new Error('bodies changed between the two sendings');
  const rows = [
    {
      database: database.name,
      reports,
      stored: await count(database),
      'unequal answers': unequal,
      'first s': seconds.toFixed(0),
      'again s': again.toFixed(0),
      'memory MB': (memory / 1e6).toFixed(0),
    },
  ];
  return {
    title: `W1b replay — ${database.name}`,
    rows,
    notes: ['one in three sent twice at once; all sent again after kill -9'],
  };
}

/** Resident memory of the server after many reports. */
export async function memory(database, { reports = 50_000 } = {}) {
  const towns = await fillTownships(database, 200);
  const server = await startServer(MAIN, [], database.env);
  const before = server.memory();
  const seconds = await run(reports, 32, async (index) => {
    const answer = await send(server.url, towns[index % towns.length], `memory-${index}`);
    if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
  });
  const after = server.memory();
  await server.stop();
  const rows = [
    {
      database: database.name,
      reports,
      'start MB': (before / 1e6).toFixed(0),
      'after MB': (after / 1e6).toFixed(0),
      'reports/s': (reports / seconds).toFixed(0),
    },
  ];
  return { title: `Memory after ${reports} reports — ${database.name}`, rows, notes: ['aim: below 250 MB'] };
}
