import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { canonical, digest } from '@zerentian/server/ledger/ledger.digest';
import { type HeadsFile, headsFilesIn } from '@zerentian/server/ledger/ledger.heads';
import { headsFolder, LedgerHeads } from '@zerentian/server/ledger/ledger-heads.service';
import { startApp, type TestApp } from '../support/app';
import { cli } from '../support/cli';
import { Doer, TOWNSHIP, verify } from './ledger.support';

/** Each day's heads file holds the seal of the one before: none can be taken out or written anew without the next one telling. */
let app: TestApp;
let doer: Doer;
let days: string[];
let carried: string;

const DAYS = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'] as const;
const LAST = DAYS[3];
const writeDay = async (date: string) => {
  app.clock.set(new Date(`${date}T02:00:00.000Z`));
  return (await app.nest.get(LedgerHeads).writeToday()) as string;
};
const found = async (heads: string[], row = heads) =>
  (await verify(app, heads, null, row)).findings.map(({ kind, where }) => `${kind} ${where}`);
const inFolder = () => headsFilesIn(headsFolder(app.config.dataDir));

/** The file as somebody writes it who knows how seals are made. */
async function rewrite(path: string, change: (heads: HeadsFile) => Partial<HeadsFile>): Promise<void> {
  const { seal: _, ...heads } = JSON.parse(await readFile(path, 'utf8')) as HeadsFile;
  const unsealed = { ...heads, ...change({ ...heads, seal: '' }) };
  await writeFile(path, JSON.stringify({ ...unsealed, seal: digest(heads.digest, canonical(unsealed)) }));
}

beforeAll(async () => {
  app = await startApp();
  doer = new Doer(app);
  days = [];
  for (const [i, date] of DAYS.entries()) {
    await doer.report(`140621200-2026-000${i + 1}`);
    days.push(await writeDay(date));
  }
  carried = join(app.config.dataDir, 'carried');
  await mkdir(carried);
  for (const day of days) await copyFile(day, join(carried, basename(day)));
});
afterEach(async () => {
  for (const path of inFolder()) await rm(path);
  for (const [i, date] of DAYS.entries()) await copyFile(join(carried, `${date}.json`), days[i] as string);
});
afterAll(() => app?.close());

const kept = (date: string) => join(carried, `${date}.json`);

test('a row as the server wrote it is intact, whole and against a file carried away', async () => {
  expect(inFolder().map((path) => basename(path, '.json'))).toEqual(DAYS);
  expect(await found(inFolder())).toEqual([]);
  for (const date of DAYS) expect(await found([kept(date)], inFolder())).toEqual([]);
  expect(await found([kept(LAST), kept(DAYS[1])], inFolder())).toEqual([]);
});

test.each([0, 1, 2])('file %d taken out: the next one follows what is not there', async (n) => {
  await rm(days[n] as string);
  const broken = [`heads-row-broken ${DAYS[n + 1]}.json`];
  expect(await found(inFolder())).toEqual(broken);
  expect(await found([kept(LAST)], inFolder())).toEqual(broken);
});

test('a whole row taken away: the file carried away tells', async () => {
  for (const path of days) await rm(path);
  expect(await found([kept(LAST)], [])).toEqual([`heads-row-broken ${LAST}.json`]);
  expect(await found([kept(DAYS[0])], [])).toEqual([]);
});

test('a file changed, and one changed and sealed anew', async () => {
  const path = days[1] as string;
  await writeFile(path, (await readFile(path, 'utf8')).replace(DAYS[1], '2026-11-19'));
  const changed = [`heads-file-changed ${DAYS[1]}.json`];
  expect(await found(inFolder())).toEqual(changed);
  expect(await found([kept(LAST)], inFolder())).toEqual(changed);
  await rewrite(path, () => ({ at: '2026-11-21T03:00:00.000Z' }));
  expect(await found(inFolder())).toEqual([`heads-row-broken ${DAYS[2]}.json`]);
});

test('the last file with a chain left out, or set back to an earlier entry, and sealed anew', async () => {
  const last = days[3] as string;
  await rewrite(last, () => ({ chains: [] }));
  expect(await found(inFolder())).toEqual([`heads-row-broken ${LAST}.json`]);
  const [earlier] = (JSON.parse(await readFile(days[1] as string, 'utf8')) as HeadsFile).chains;
  expect(earlier).toMatchObject({ chain: TOWNSHIP, seq: 2 });
  await rewrite(last, () => ({ chains: earlier ? [earlier] : [] }));
  expect(await found(inFolder())).toEqual([`heads-row-broken ${LAST}.json`]);
});

test('a row that begins anew in its midst, which is how the server goes on after a file that it cannot read', async () => {
  await writeFile(days[3] as string, 'power cut');
  await writeDay('2026-11-24');
  expect(await found([kept(LAST)], inFolder())).toEqual([
    `heads-file-changed ${LAST}.json`,
    'heads-row-broken 2026-11-24.json',
  ]);
  await copyFile(kept(LAST), days[3] as string);
  expect(await found(inFolder())).toEqual(['heads-row-broken 2026-11-24.json']);
});

test('the command: heads written by hand follow the row, and tell when it is gone', async () => {
  const file = join(app.config.dataDir, 'by-hand.json');
  expect((await cli(app.config, ['ledger', 'heads', '--out', file])).code).toBe(0);
  const { previousSeal } = JSON.parse(await readFile(file, 'utf8')) as HeadsFile;
  expect(previousSeal).toBe(JSON.parse(await readFile(days[3] as string, 'utf8')).seal);
  expect((await cli(app.config, ['ledger', 'verify', '--head', file])).code).toBe(0);
  await rm(days[3] as string);
  const { code, out } = await cli(app.config, ['ledger', 'verify', '--head', file]);
  expect([code, out]).toEqual([1, expect.stringContaining('✗ heads-row-broken: by-hand.json')]);
  const both = await cli(app.config, ['ledger', 'verify', '--head', file, carried]);
  expect(both.code).toBe(0);
});
