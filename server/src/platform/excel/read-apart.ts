import { Worker } from 'node:worker_threads';
import { ProblemError } from '../problem';
import type { CellValue } from './read-table';
import { tooLarge } from './unpack-sheets';

/** More than any list that is imported here; a sheet that claims cells farther out is none. */
const MOST_CELLS = 2_000_000;
/** What twenty thousand full rows need, and half as much again. */
const MOST_MEGABYTES = 320;
const MOST_MS = 30_000;

/** A cell as the thread hands it over: dates as milliseconds, so that they are dates of this thread. */
type HandedCell = Exclude<CellValue, Date> | { at: number };
/** What the thread answers; null for a grid that is too large to be handed over. */
type Read = { rows: HandedCell[][] | null } | { broken: true };

const SCRIPT = `
const { parentPort, workerData } = require('node:worker_threads');
const { readSheet } = require(workerData.library);
const handed = (cell) => (cell instanceof Date ? { at: cell.getTime() } : cell);
readSheet(workerData.file.buffer).then(
  (rows) => {
    const isTooLarge = rows.length * (rows[0]?.length ?? 0) > workerData.mostCells;
    parentPort.postMessage({ rows: isTooLarge ? null : rows.map((row) => row.map(handed)) });
  },
  () => parentPort.postMessage({ broken: true }),
);`;

/**
 * The first sheet, read in a thread of its own: the library makes a grid as large as the farthest cell claims to be, so that a file of a
 * kilobyte could fill the server's memory, and a long one would keep everybody else waiting. Here both end with the thread.
 * @throws not_a_workbook, payload_too_large
 */
export async function readApart(bytes: Buffer): Promise<CellValue[][]> {
  const worker = new Worker(SCRIPT, {
    eval: true,
    workerData: {
      library: require.resolve('read-excel-file/universal'),
      file: new Uint8Array(bytes),
      mostCells: MOST_CELLS,
    },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  try {
    const read = await answerOf(worker);
    if ('broken' in read) throw new ProblemError('not_a_workbook');
    if (read.rows === null) throw tooLarge();
    return read.rows.map((row) => row.map(taken));
  } finally {
    await worker.terminate();
  }
}

function taken(cell: HandedCell): CellValue {
  return typeof cell === 'object' && cell !== null ? new Date(cell.at) : cell;
}

/** Whoever runs out of memory or of time has been given more than a list. */
function answerOf(worker: Worker): Promise<Read> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(tooLarge()), MOST_MS);
    worker.once('message', resolve);
    worker.once('error', () => reject(tooLarge()));
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(tooLarge());
    });
  });
}
