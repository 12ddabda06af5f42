// npm run bench [-- w1 w1b w2 w3 w4 w7 memory] [--on sqlite,mariadb] [--quick] [--write]
// Works of docs/benchmarks.md, each beside its bare limit in the same run. Prints tables; --write keeps them.
import { cpus } from 'node:os';
import { openDatabase } from './support/database.mjs';
import { printed, written } from './support/tables.mjs';
import { list } from './works/list.mjs';
import { loop } from './works/loop.mjs';
import { photos } from './works/photos.mjs';
import { memory, replay, report } from './works/report.mjs';
import { who } from './works/who.mjs';

const WORKS = {
  w1: { work: report, quick: { rounds: 3, requests: 150, townships: 20 } },
  w1b: { work: replay, quick: { reports: 500 } },
  w2: { work: photos, quick: { rounds: 2, reports: 20 } },
  w3: { work: list, quick: { few: 12_000, many: 60_000, rounds: 3, requests: 60 } },
  w4: { work: who, quick: { townships: 300, rounds: 3, requests: 100 } },
  w7: { work: loop, quick: { rounds: 2, hazards: 40, townships: 10 } },
  memory: { work: memory, quick: { reports: 1_000 } },
};

const words = process.argv.slice(2);
const option = (name) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
const isQuick = words.includes('--quick');
const kinds = (option('--on') ?? 'sqlite,mariadb').split(',');
const chosen = words.filter((word) => word in WORKS);
const results = [];

for (const name of chosen.length > 0 ? chosen : Object.keys(WORKS)) {
  for (const kind of kinds) {
    const database = await openDatabase(kind);
    try {
      const result = await WORKS[name].work(database, isQuick ? WORKS[name].quick : {}, () => openDatabase(kind));
      console.log(printed(result));
      results.push(result);
    } finally {
      await database.close();
    }
  }
}
if (words.includes('--write'))
  written(results, `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, Node ${process.version}`);
process.exit(0);
