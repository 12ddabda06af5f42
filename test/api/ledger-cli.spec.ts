import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freshDatabase, startApp, type TestApp } from '../support/app';
import { cli } from '../support/cli';
import { Doer, TOWNSHIP } from './ledger.support';

jest.setTimeout(90_000);

/** The command as an operator runs it, in a process of its own, beside the running server. */
let app: TestApp;
let hazardId: string;

type Database = Parameters<typeof cli>[0];

async function ledgerOn(database: Database, ...args: string[]): Promise<{ code: number | null; out: string }> {
  const { code, out, err } = await cli(database, ['ledger', ...args]);
  return { code, out: out + err };
}
const ledger = (...args: string[]) => ledgerOn(app.config, ...args);

beforeAll(async () => {
  app = await startApp();
  const doer = new Doer(app);
  hazardId = (await doer.report('140621200-2026-0001')).id;
  await doer.step(hazardId, 'reject', { state: 'rejected', holderPostId: null });
});

afterAll(() => app.close());

test('verify says what it read, and exits with 0 when all is as it was written', async () => {
  const { code, out } = await ledger('verify');
  expect(out).toContain(`chain ${TOWNSHIP}: 2 entries, sm3, head `);
  expect(out).toContain('no heads file: a tail rewritten as a whole would not be seen');
  expect(out).toContain('台账核验：1 条链，2 条记录，1 个事项，1 张照片');
  expect(code).toBe(0);
});

test('heads writes a file, verify compares with it, and with the daily ones when none is named', async () => {
  const file = join(app.config.dataDir, 'kept.json');
  expect(await ledger('heads', '--out', file)).toMatchObject({ code: 0 });
  expect((await ledger('heads', '--out', file)).code).toBe(2);
  const { code, out } = await ledger('verify', '--head', file);
  expect(out).toContain('against 1 heads file(s): intact');
  expect(code).toBe(0);
});

test('verify names the finding and exits with 1', async () => {
  await app.source.query("UPDATE hazard SET state = 'closed' WHERE id = ?", [hazardId]);
  const { code, out } = await ledger('verify', '--area', '140621200200');
  await app.source.query("UPDATE hazard SET state = 'rejected' WHERE id = ?", [hazardId]);
  expect(out).toContain(`✗ row-differs: hazard ${hazardId}: state: the acts say "rejected", the row says "closed"`);
  expect(out).toContain('发现 1 处不符');
  expect(code).toBe(1);
});

test('verify says so when a heads file cannot be used', async () => {
  const file = join(app.config.dataDir, 'none.json');
  await writeFile(file, '{"heads":[]}');
  const [none, missing] = await Promise.all([
    ledger('verify', '--head', file),
    ledger('verify', '--head', join(app.config.dataDir, 'missing.json')),
  ]);
  expect(none).toMatchObject({ code: 2, out: expect.stringContaining('is not a heads file') });
  expect(missing).toMatchObject({ code: 2, out: expect.stringContaining('missing.json') });
});

describe('verify with a folder of heads files', () => {
  const folder = async (name: string) => {
    const path = join(app.config.dataDir, name);
    await mkdir(path);
    return path;
  };

  test('reads those written by hand as well, whatever they are called, and leaves other files alone', async () => {
    const path = await folder('by-hand');
    await ledger('heads', '--out', join(path, 'county.json'));
    await ledger('heads', '--out', join(path, '2026-11-01.json'));
    await writeFile(join(path, 'notes.json'), '{"of":"somebody"}');
    await writeFile(join(path, 'scrap.json'), 'no json');
    const intact = await ledger('verify', '--head', path);
    expect(intact).toMatchObject({ code: 0, out: expect.stringContaining('against 2 heads file(s): intact') });
    const county = join(path, 'county.json');
    const heads = JSON.parse(await readFile(county, 'utf8'));
    heads.chains[0].hash = '0'.repeat(64);
    await writeFile(county, JSON.stringify(heads));
    const told = await ledger('verify', '--head', path);
    expect([told.code, told.out]).toEqual([1, expect.stringContaining('✗ tail-rewritten')]);
    await writeFile(county, '{"format":"zerentian-ledger-heads/1"');
    expect(await ledger('verify', '--head', path)).toMatchObject({ code: 2, out: expect.stringContaining(county) });
  });

  test('that holds none is an error, not a comparison with nothing', async () => {
    const [empty, other] = [await folder('empty-heads'), await folder('other-files')];
    await writeFile(join(other, 'notes.json'), '{"of":"somebody"}');
    const file = join(app.config.dataDir, 'beside.json');
    await ledger('heads', '--out', file);
    for (const [named, ...rest] of [[empty], [other], [empty, file]] as [string, ...string[]][]) {
      const { code, out } = await ledger('verify', '--head', named, ...rest);
      expect([code, out]).toEqual([2, expect.stringContaining(named)]);
      expect(out).toContain('没有链头记录');
      expect(out).not.toMatch(/intact|全部相符|\n\s+at /);
    }
  });
});

test('verify of an area without a chain is not called intact', async () => {
  const { code, out } = await ledger('verify', '--area', '110101');
  expect(out).toContain('no chain for area 110101');
  expect(code).toBe(2);
});

test('export writes one chain', async () => {
  const file = join(app.config.dataDir, 'chain.jsonl');
  const { code, out } = await ledger('export', '--area', '140621200200', '--out', file);
  expect(out).toContain('已导出 2 条');
  expect(code).toBe(0);
  expect(existsSync(file)).toBe(true);
});

describe('where there is nothing to check, nothing is called intact and nothing is made', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  beforeEach(async () => {
    fresh = await freshDatabase();
  });
  afterEach(() => fresh.drop());

  const commands: [string, string[]][] = [
    ['verify', []],
    ['heads', ['--out', 'heads.json']],
    ['export', ['--area', TOWNSHIP, '--out', 'chain.jsonl']],
  ];
  /** The command on a database, its files in the folder of the test. */
  const on = (database: Database, [name, options]: [string, string[]]) => {
    const args = options.map((it) => (/json/.test(it) ? join(fresh.dataDir, it) : it));
    return ledgerOn(database, name, ...args);
  };

  test.each(commands)('%s: a database that is not there', async (...command) => {
    const mistyped = join(fresh.dataDir, 'zerentain');
    const there = fresh.databaseUrl?.replace(/.{4}$/, 'none') ?? null;
    const { code, out } = await on({ dataDir: mistyped, databaseUrl: there }, command);
    expect([code, out]).toEqual([2, expect.stringContaining(there?.split('@')[1] ?? mistyped)]);
    expect(out).not.toMatch(/intact|全部相符|\n\s+at /);
    expect(existsSync(mistyped)).toBe(false);
  });

  test.each(commands)('%s: an empty one', async (...command) => {
    const dataDir = join(fresh.dataDir, 'empty');
    await mkdir(dataDir);
    const { code, out } = await on({ dataDir, databaseUrl: fresh.databaseUrl }, command);
    expect(code).toBe(2);
    expect(out).not.toMatch(/intact|全部相符|\n\s+at /);
    expect(await readdir(dataDir)).toEqual([]);
    if (!fresh.databaseUrl) return;
    const name = fresh.databaseUrl.split('/').at(-1);
    const tables = await app.source.query('SELECT 1 FROM information_schema.tables WHERE table_schema = ?', [name]);
    expect(tables).toEqual([]);
  });

  test.each(commands)('%s: tables without a chain', async (...command) => {
    const empty = await startApp();
    const { code, out } = await on(empty.config, command).finally(() => empty.close());
    expect([code, out]).toEqual([2, expect.stringContaining('台账链')]);
    expect(out).not.toMatch(/intact|全部相符|已导出/);
    expect((await readdir(fresh.dataDir)).filter((name) => name.includes('json'))).toEqual([]);
  });
});

test.each([
  ['older', "UPDATE migrations SET name = 'Before1' WHERE name = ?", 'lacks the migration'],
  [
    'newer',
    "INSERT INTO migrations (timestamp, name) SELECT timestamp, 'Later9' FROM migrations WHERE name = ?",
    'Later9',
  ],
])('a database of an %s version is refused as it is', async (_, sql, words) => {
  const before = await app.source.query('SELECT * FROM migrations');
  await app.source.query(sql, [before[0].name]);
  const { code, out } = await ledger('verify');
  await app.source.query("DELETE FROM migrations WHERE name = 'Later9'");
  await app.source.query('UPDATE migrations SET name = ?', [before[0].name]);
  expect([code, out]).toEqual([2, expect.stringContaining(words)]);
  expect(await app.source.query('SELECT * FROM migrations')).toEqual(before);
});

test('what is no database, a server that does not answer, a setting that cannot be: exit code 2, never 1', async () => {
  const dataDir = join(app.config.dataDir, 'nonsense');
  await mkdir(dataDir);
  await writeFile(join(dataDir, 'zerentian.sqlite'), 'this is no database, but it is long enough to be read as one');
  const answers = await Promise.all([
    ledgerOn({ dataDir, databaseUrl: null }, 'verify'),
    ledgerOn({ dataDir, databaseUrl: 'mysql://somebody:geheim@127.0.0.1:1/zerentian' }, 'verify'),
    ledgerOn({ dataDir, databaseUrl: 'zerentian' }, 'verify'),
  ]);
  expect(answers.map(({ code }) => code)).toEqual([2, 2, 2]);
  expect(answers[1]?.out).toContain('127.0.0.1:1/zerentian');
  for (const { out } of answers) expect(out).not.toMatch(/geheim|\n\s+at /);
  const setting = await cli(app.config, ['ledger', 'verify'], { env: { PORT: 'none' } });
  expect([setting.code, setting.err]).toEqual([2, expect.stringContaining('PORT')]);
});
