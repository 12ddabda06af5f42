import type { TestApp } from './app';

/** Tables that change by being looked at: when a session was last used. */
const TOUCHED_BY_READING = new Set(['session']);

/** What the server writes by its own clock, also while nobody does anything: when its regular work last ran. */
const BY_THE_CLOCK = new Set(['job_run']);

/** Every row of every table that people fill, so that "nothing was written" can be told from "a little was". Sessions only by their number. */
export async function footprint(app: TestApp): Promise<Record<string, string[]>> {
  const tables = app.source.entityMetadatas.map(({ tableName }) => tableName).filter((name) => !BY_THE_CLOCK.has(name));
  const entries: [string, string[]][] = [];
  for (const table of tables) {
    const rows: object[] = await app.source.query(`SELECT * FROM \`${table}\``);
    entries.push([table, rows.map((row) => (TOUCHED_BY_READING.has(table) ? '' : JSON.stringify(row))).sort()]);
  }
  return Object.fromEntries(entries);
}

/** How many rows there are more, by table; tables that did not grow are left out. */
export async function growth(app: TestApp, act: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await footprint(app);
  await act();
  const after = await footprint(app);
  const grown = Object.keys(after).map((table) => [table, after[table]!.length - before[table]!.length] as const);
  return Object.fromEntries(grown.filter(([, more]) => more !== 0));
}
