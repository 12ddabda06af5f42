// W7: the paths A, B and C from the report to the closing; what each step costs the server beside the report of the same run.
import { SERVER } from '../support/built.mjs';
import { call, measure, median } from '../support/load.mjs';
import { startServer } from '../support/processes.mjs';
import { fillTownships, reportBody } from '../support/townships.mjs';

const CONCURRENCY = 8;

/** @typedef {{ step: string, by: string, body?: (town: object) => object }} Step */

const companion = (town) => ({ companionPersonId: town.people.cadre.id, text: '现场复查合格' });
/** @type {Step[]} */
const PUT_RIGHT = [
  { step: 'start', by: 'head' },
  { step: 'submit', by: 'head', body: () => ({ text: '已清走纸箱，箱前划线保持一米' }) },
  { step: 'verify', by: 'station', body: companion },
  { step: 'close', by: 'station' },
];

/** @type {Record<string, { report: (town: object, index: number) => object, steps: Step[] }>} */
const PATHS = {
  A: { report: (town, index) => ({ ...reportBody(town, index), path: 'fixed', remedy: '当场清走' }), steps: [] },
  B: { report: reportBody, steps: PUT_RIGHT },
  C: {
    report: (town, index) => ({ ...reportBody(town, index), path: 'referred' }),
    steps: [
      {
        step: 'assess',
        by: 'station',
        body: (town) => ({ level: 'general', responsibleUnitId: town.units.enterprise }),
      },
      { step: 'approve', by: 'deputy' },
      ...PUT_RIGHT,
    ],
  },
};

/** Server CPU of every step of every path, the rounds taken in turn so that a busy moment falls on all of them. */
export async function loop(database, { rounds = 5, hazards = 200, townships = 50 } = {}) {
  const towns = await fillTownships(database, townships);
  const server = await startServer(`${SERVER}main.js`, [], database.env);
  const figures = new Map();
  try {
    await walk(server, towns, PATHS.C, hazards, 'warm', new Map());
    for (let round = 0; round < rounds; round++) {
      for (const [name, path] of Object.entries(PATHS))
        await walk(server, towns, path, hazards, `${name}${round}`, figures, name);
    }
  } finally {
    await server.stop();
  }
  return {
    title: `W7 loop — ${database.name}`,
    rows: tableOf(database.name, figures),
    notes: [`${CONCURRENCY} at a time, ${hazards} hazards a round, ${rounds} rounds`],
  };
}

async function walk(server, towns, path, count, mark, figures, name) {
  const ids = [];
  const townOf = (index) => towns[index % towns.length];
  const send = async (index, by, url, body, key) => {
    const answer = await call(`${server.url}/api/hazards${url}`, {
      method: 'POST',
      token: townOf(index).people[by].token,
      key,
      body,
    });
    if (answer.status >= 300) throw new Error(`${mark} ${url}: ${answer.status} ${answer.text}`);
    return JSON.parse(answer.text);
  };
  const take = async (step, one) => {
    const figure = await measure(server, count, CONCURRENCY, one);
    const key = `${name} ${step}`;
    figures.set(key, [...(figures.get(key) ?? []), figure.cpuMs]);
  };
  await take('report', async (index) => {
    ids[index] = (await send(index, 'cadre', '', path.report(townOf(index), index), `${mark}-${index}`)).id;
  });
  for (const { step, by, body } of path.steps)
    await take(step, (index) =>
      send(index, by, `/${ids[index]}/${step}`, body?.(townOf(index)) ?? {}, `${mark}-${step}-${index}`),
    );
}

function tableOf(database, figures) {
  return [...figures]
    .filter(([key]) => !key.startsWith('undefined'))
    .map(([key, values]) => {
      const [path, step] = key.split(' ');
      const ratios = values.map((value, round) => value / figures.get(`${path} report`)[round]);
      return {
        database,
        path,
        step,
        'CPU ms': median(values).toFixed(2),
        '÷ report': `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`,
      };
    });
}
