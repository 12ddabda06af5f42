import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startApp, type TestApp } from '../support/app';
import { Doer, TOWNSHIP } from './ledger.support';

const run = promisify(execFile);
const cli = resolve(__dirname, '../../server/dist/cli/main.js');

jest.setTimeout(90_000);

/** The command as an operator runs it, in a process of its own, beside the running server. */
let app: TestApp;
let hazardId: string;

async function ledger(...args: string[]): Promise<{ code: number; out: string }> {
  const env = { ...process.env, DATA_DIR: app.config.dataDir, DATABASE_URL: app.config.databaseUrl ?? '' };
  const ended = run(process.execPath, [cli, 'ledger', ...args], { env });
  return ended.then(
    ({ stdout }) => ({ code: 0, out: stdout }),
    (error) => ({ code: error.code, out: `${error.stdout}${error.stderr}` }),
  );
}

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
