import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BadLine } from './bad-line';
import { type Outcome, SEED } from './valley';

const FOLDER = join(__dirname, '../../output');
const FILE = join(FOLDER, 'faults-figures.json');

/** One run's figures, told on the screen and kept for `npm run soak -- --write`. */
export function tell(from: string, reports: number, kills: number, line: BadLine, outcome: Outcome): void {
  const { exchanges, cut, swallowed, late } = line.tally;
  const row = {
    from,
    reports,
    kills,
    exchanges,
    cut,
    'answers swallowed': swallowed,
    late,
    lost: outcome.lost.length,
    double: outcome.doubled.length,
    'without photo': outcome.withoutPhoto.length,
    seed: SEED,
  };
  console.info(JSON.stringify(row));
  mkdirSync(FOLDER, { recursive: true });
  const rows: { from: string }[] = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : [];
  writeFileSync(FILE, JSON.stringify([...rows.filter((it) => it.from !== from), row], null, 2));
}
