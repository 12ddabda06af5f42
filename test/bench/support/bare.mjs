// From a recorded request to a server at the bare limit.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from './processes.mjs';

const BARE = fileURLToPath(new URL('../bare-server.mjs', import.meta.url));
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** Starts it for the towns; `probe` is the town, role and key of the recorded request, `recorded` what `record` answered. */
export async function startBare(database, recorded, probe, towns) {
  const { before, within, after } = split(recorded.statements);
  const all = recorded.statements.flatMap(({ parameters }) => parameters);
  const known = new Set(JSON.stringify(probe.town).match(/[0-9a-f-]{36}/g));
  const work = {
    database: { databaseUrl: database.databaseUrl, dataDir: database.dataDir },
    role: probe.role,
    ...{ before, within, after, towns },
    probe: {
      ...probe,
      newIds: all.filter((value) => typeof value === 'string' && UUID.test(value) && !known.has(value)),
      ...numbers(recorded.statements),
    },
    answer: recorded.answer,
  };
  const file = join(database.dataDir, `bare-${process.hrtime.bigint()}.json`);
  writeFileSync(file, JSON.stringify(work));
  return startServer(BARE, [file], database.env);
}

/** What lies before, inside and after the transaction; SQLite's begins with the first write and is not logged. */
function split(statements) {
  const begin = statements.findIndex(({ sql }) => /^(START TRANSACTION|BEGIN|INSERT|UPDATE)/i.test(sql.trim()));
  const end = statements.findIndex(({ sql }) => /^COMMIT/i.test(sql.trim()));
  if (begin < 0 || end < 0) return { before: statements, within: [], after: [] };
  const within = statements.slice(begin, end).filter(({ sql }) => !/^(START TRANSACTION|BEGIN)/i.test(sql.trim()));
  return { before: statements.slice(0, begin), within, after: statements.slice(end + 1) };
}

/** The numbers that the recorded request took: of the chain, of the series, and the display number. */
function numbers(statements) {
  const of = (pattern) => statements.find(({ sql }) => pattern.test(sql))?.parameters ?? [];
  const number = of(/^INSERT INTO [`"]?hazard[`"]?\s*\(/i).find((value) => /^\d{9}-\d{4}-\d+$/.test(String(value)));
  return { seq: of(/^UPDATE ledger_chain/i)[0], last: of(/^UPDATE number_series/i)[0], number };
}
