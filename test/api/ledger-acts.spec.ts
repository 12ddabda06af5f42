import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { exportChain } from '@zerentian/server/ledger/ledger.export';
import { momentOf } from '@zerentian/server/platform/writes/moment';
import { uuidv7 } from 'uuidv7';
import { startApp, type TestApp } from '../support/app';
import { Doer, hazardRow, TOWNSHIP, verify } from './ledger.support';

const run = promisify(execFile);
const script = resolve(__dirname, '../../scripts/ledger-check.mjs');

let app: TestApp;
let doer: Doer;

const sql = (statement: string, values: unknown[] = []) => app.source.query(statement, values as never);
const count = async () => Number(((await sql('SELECT COUNT(*) AS n FROM ledger_entry')) as { n: number }[])[0]?.n);

beforeAll(async () => {
  app = await startApp();
  doer = new Doer(app);
  await doer.report('140621200-2026-0001');
  await doer.report('140621200-2026-0002');
});

afterAll(() => app.close());

test('a step that the transition table does not allow, and a kind of subject that nobody knows', async () => {
  const before = await count();
  const moment = momentOf({}, new Date());
  const base = { areaCode: TOWNSHIP, personId: null, postId: null, moment };
  const other = uuidv7();
  await app.source.transaction(async (tx) => {
    const row = hazardRow(other, '140621200-2026-0003');
    await tx.insert('hazard', { ...row, state: 'closed' });
    await doer.act(tx, other, 'hazard-report', row);
    await doer.act(tx, other, 'hazard-close', { state: 'closed' });
    await doer.ledger.record(tx, { ...base, act: 'dance', subjectType: 'festival', subjectId: other, changes: {} });
    const first = await verifyInside();
    expect(first).toBe(before);
  });
  const { findings } = await verify(app);
  await forget(before);
  await sql('DELETE FROM hazard WHERE id = ?', [other]);
  expect(findings).toContainEqual(
    expect.objectContaining({
      kind: 'step-not-allowed',
      words: expect.stringContaining('close is not allowed in the state reported'),
    }),
  );
  expect(findings).toContainEqual(expect.objectContaining({ kind: 'subject-type-unknown', where: 'festival' }));
});

/** The check sees only what is committed, even while a transaction is open. */
async function verifyInside(): Promise<number> {
  const { verdict, findings } = await verify(app);
  expect(findings).toEqual([]);
  return verdict.entries;
}

/** Takes the chain back to where it was, for the next test. */
async function forget(seq: number): Promise<void> {
  await sql('DELETE FROM ledger_entry WHERE seq > ?', [seq]);
  await sql('DELETE FROM ledger_act WHERE seq > ?', [seq]);
  const [last] = (await sql('SELECT hash FROM ledger_entry WHERE seq = ?', [seq])) as { hash: string }[];
  await sql('UPDATE ledger_chain SET seq = ?, hash = ?', [seq, last?.hash]);
}

test('erasing personal data: named as erased, still checked to the end', async () => {
  const before = await count();
  const other = await doer.report('140621200-2026-0004');
  await doer.step(other.id, 'assess', { state: 'graded' });
  const moment = momentOf({}, new Date());
  await app.source.transaction(async (tx) => {
    await tx.update('hazard', other.id, { description: '（已删除）' });
    await doer.ledger.erase(tx, {
      chain: TOWNSHIP,
      seq: before + 1,
      personId: null,
      postId: null,
      moment,
      reason: '本人申请',
    });
  });
  const clean = await verify(app);
  expect(clean.findings).toEqual([]);
  expect(clean.verdict.erased).toEqual([{ where: `entry ${TOWNSHIP}/${before + 1}`, by: before + 3 }]);
  const [gone] = (await sql('SELECT content, salt FROM ledger_act WHERE seq = ?', [before + 1])) as Record<
    string,
    unknown
  >[];
  expect(gone).toMatchObject({ content: null, salt: null });

  const file = join(app.config.dataDir, 'erased.jsonl');
  await exportChain(app.source, TOWNSHIP, file, [], new Date());
  const { stdout } = await run(process.execPath, [script, file]);
  expect(stdout).toContain(`entry ${TOWNSHIP}/${before + 1}: erased by entry ${before + 3}`);
  expect(stdout).toContain('intact');

  await sql("UPDATE hazard SET description = '改过' WHERE id = ?", [other.id]);
  expect((await verify(app)).kinds).toEqual(['row-differs']);
  await sql("UPDATE hazard SET description = '（已删除）' WHERE id = ?", [other.id]);

  const [second] = (await sql('SELECT content, salt FROM ledger_act WHERE seq = 2')) as Record<string, unknown>[];
  await sql('UPDATE ledger_act SET content = NULL, salt = NULL, erasedBySeq = ? WHERE seq = 2', [before + 3]);
  const stolen = await verify(app);
  const again = join(app.config.dataDir, 'stolen.jsonl');
  await exportChain(app.source, TOWNSHIP, again, [], new Date());
  await expect(run(process.execPath, [script, again])).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining('the entry that should say so does not'),
  });
  await sql('UPDATE ledger_act SET content = ?, salt = ?, erasedBySeq = NULL WHERE seq = 2', [
    second?.content,
    second?.salt,
  ]);
  expect(stolen.kinds).toContain('erasure-without-entry');
});
