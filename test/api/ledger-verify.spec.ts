import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonical, contentDigest, hashOf } from '@zerentian/server/ledger/ledger.digest';
import { LedgerHeads } from '@zerentian/server/ledger/ledger-heads.service';
import { isoOf } from '@zerentian/server/platform/database/plain-row';
import { uuidv7 } from 'uuidv7';
import { startApp, type TestApp } from '../support/app';
import { Doer, hazardRow, TOWNSHIP, verify } from './ledger.support';

/** Each test tampers as somebody with the database's password could, looks, and puts back what it changed. */
let app: TestApp;
let doer: Doer;
let hazard: { id: string; photoId: string; file: string };
let headFile: string;

const sql = (statement: string, values: unknown[] = []) => app.source.query(statement, values as never);

beforeAll(async () => {
  app = await startApp();
  doer = new Doer(app);
  hazard = await doer.report('140621200-2026-0001');
  await doer.report('140621200-2026-0002');
  await doer.step(hazard.id, 'assess', { state: 'graded', trade: null });
  await doer.step(hazard.id, 'approve', {
    state: 'assigned',
    deadline: '2026-12-01',
    responsibleUnitId: uuidv7(),
    holderSince: new Date(),
  });
  headFile = (await app.nest.get(LedgerHeads).writeToday()) as string;
  await doer.step(hazard.id, 'submit', { state: 'submitted', rectifierIds: [uuidv7()] });
});

afterAll(async () => {
  const { findings } = await verify(app, [headFile]).finally(() => app.close());
  expect(findings).toEqual([]);
});

test('what the service wrote is intact, every column, character and photo of it', async () => {
  const { verdict, findings } = await verify(app, [headFile]);
  expect(findings).toEqual([]);
  expect(verdict).toMatchObject({ entries: 5, subjects: 2, photos: 2, findings: 0 });
  expect(verdict.chains).toEqual([expect.objectContaining({ chain: TOWNSHIP, entries: 5, digest: 'sm3' })]);
});

const entryColumns = {
  act: "'hazard-close'",
  occurredAt: "'2026-11-19 00:00:00.000'",
  personId: "'x'",
  subjectId: "'x'",
  subjectType: "'hazards'",
  receivedAt: "'2026-11-19 00:00:00.000'",
};
test.each(Object.entries(entryColumns))('a byte changed in an entry: %s', async (column, value) => {
  const [before] = (await sql(`SELECT ${column} AS v FROM ledger_entry WHERE seq = 3`)) as { v: unknown }[];
  await sql(`UPDATE ledger_entry SET ${column} = ${value} WHERE seq = 3`);
  const { findings } = await verify(app);
  await sql(`UPDATE ledger_entry SET ${column} = ? WHERE seq = 3`, [before?.v]);
  expect(findings).toContainEqual(expect.objectContaining({ kind: 'entry-changed', where: `entry ${TOWNSHIP}/3` }));
});

test('an entry changed with its hash made to fit: the next one follows another', async () => {
  const [row] = (await sql('SELECT * FROM ledger_entry WHERE seq = 3')) as Record<string, never>[];
  const changed = { ...row, act: 'hazard-reject' } as never as Parameters<typeof hashOf>[1] & { hash: string };
  const hash = hashOf('sm3', {
    ...changed,
    occurredAt: isoOf(changed.occurredAt),
    receivedAt: isoOf(changed.receivedAt),
  });
  await sql("UPDATE ledger_entry SET act = 'hazard-reject', hash = ? WHERE seq = 3", [hash]);
  const { findings } = await verify(app);
  await sql('UPDATE ledger_entry SET act = ?, hash = ? WHERE seq = 3', [row?.act, row?.hash]);
  expect(findings).toContainEqual(expect.objectContaining({ kind: 'link-broken', where: `entry ${TOWNSHIP}/4` }));
});

test('a byte changed in an act', async () => {
  const [row] = (await sql('SELECT content FROM ledger_act WHERE seq = 1')) as { content: string }[];
  await sql('UPDATE ledger_act SET content = ? WHERE seq = 1', [row?.content.replace('开裂', '完好')]);
  const { findings } = await verify(app);
  await sql('UPDATE ledger_act SET content = ? WHERE seq = 1', [row?.content]);
  expect(findings).toContainEqual(expect.objectContaining({ kind: 'act-changed', where: `act ${TOWNSHIP}/1` }));
});

test('an act removed, and an act added without an entry', async () => {
  const [row] = (await sql('SELECT content, salt FROM ledger_act WHERE seq = 2')) as {
    content: string;
    salt: string;
  }[];
  await sql('UPDATE ledger_act SET seq = 99 WHERE seq = 2');
  const { findings } = await verify(app);
  await sql('UPDATE ledger_act SET seq = 2 WHERE seq = 99');
  expect(row?.content).toBeTruthy();
  expect(findings).toContainEqual(expect.objectContaining({ kind: 'act-missing', where: `act ${TOWNSHIP}/2` }));
  expect(findings).toContainEqual(expect.objectContaining({ kind: 'act-without-entry', where: `act ${TOWNSHIP}/99` }));
});

const tampered: [string, string, string][] = [
  ['state', "'closed'", 'the acts say "submitted", the row says "closed"'],
  ['description', "'院墙完好'", '院墙完好'],
  ['deadline', "'2027-01-01'", 'the acts say "2026-12-01", the row says "2027-01-01"'],
  ['level', "'suspected-major'", 'suspected-major'],
  ['holderPostId', 'NULL', 'the row says null'],
  ['receivedAt', "'2026-11-20 01:02:03.005'", '2026-11-20T01:02:03.005Z'],
  ['place', `'{"latitude":39.53,"longitude":112.8,"accuracy":12.5,"system":"gcj02"}'`, '39.53'],
  ['photoIds', "'[]'", 'the row says []'],
  ['rectifierIds', "'[ ]'", 'storedOtherwise'],
];
test.each(tampered)('a byte changed in the row of a hazard: %s', async (column, value, words) => {
  const asText = ['place', 'photoIds', 'rectifierIds'].includes(column) ? `CAST(${column} AS CHAR)` : column;
  const [before] = (await sql(`SELECT ${asText} AS v FROM hazard WHERE id = ?`, [hazard.id])) as { v: unknown }[];
  await sql(`UPDATE hazard SET ${column} = ${value} WHERE id = ?`, [hazard.id]);
  const { findings } = await verify(app);
  await sql(`UPDATE hazard SET ${column} = ? WHERE id = ?`, [before?.v, hazard.id]);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ kind: 'row-differs', where: `hazard ${hazard.id}` });
  expect(findings[0]?.words).toMatch(new RegExp(`^${column}: `));
  expect(findings[0]?.words).toContain(words);
});

test('a row deleted, and a row put in past the service', async () => {
  const added = hazardRow(uuidv7(), '140621200-2026-0999');
  await app.source.manager.insert('hazard', added);
  await sql('UPDATE hazard SET id = ? WHERE id = ?', ['gone', hazard.id]);
  const whole = await verify(app);
  const oneChain = await verify(app, [], TOWNSHIP);
  await sql('UPDATE hazard SET id = ? WHERE id = ?', [hazard.id, 'gone']);
  await sql('DELETE FROM hazard WHERE id = ?', [added.id]);
  expect(whole.findings).toContainEqual(expect.objectContaining({ kind: 'row-missing', where: `hazard ${hazard.id}` }));
  expect(whole.findings).toContainEqual(
    expect.objectContaining({ kind: 'row-without-act', where: `hazard ${added.id}` }),
  );
  expect(oneChain.kinds).toEqual(whole.kinds);
});

test('a byte of a photo file, a photo gone, a photo row pointed elsewhere, a photo slipped in', async () => {
  const bytes = await readFile(hazard.file);
  const changed = Buffer.from(bytes);
  changed[7] = (changed[7] ?? 0) ^ 1;
  await writeFile(hazard.file, changed);
  expect((await verify(app)).kinds).toEqual(['photo-file-changed']);
  await rm(hazard.file);
  expect((await verify(app)).kinds).toEqual(['photo-file-missing']);
  await writeFile(hazard.file, bytes);
  await sql('UPDATE photo SET storedDigest = ? WHERE id = ?', ['0'.repeat(64), hazard.photoId]);
  expect((await verify(app)).kinds).toEqual(['photo-row-differs']);
  const [other] = (await sql('SELECT storedDigest FROM photo WHERE id <> ?', [hazard.photoId])) as {
    storedDigest: string;
  }[];
  const digest = contentDigest('sm3', '', bytes.toString());
  expect(other?.storedDigest).not.toBe(digest);
  await sql('UPDATE photo SET storedDigest = ?, id = ? WHERE id = ?', [digest, 'slipped', hazard.photoId]);
  expect((await verify(app)).kinds.sort()).toEqual(['photo-row-missing', 'photo-without-act']);
  await sql('UPDATE photo SET id = ? WHERE id = ?', [hazard.photoId, 'slipped']);
});

/** What an attacker with the program's source can do: change an act and recompute everything after it. */
async function rewriteTail(fromSeq: number, change: (text: string) => string): Promise<() => Promise<void>> {
  const entries = (await sql('SELECT * FROM ledger_entry WHERE seq >= ? ORDER BY seq', [fromSeq])) as Record<
    string,
    unknown
  >[];
  const acts = (await sql('SELECT * FROM ledger_act WHERE seq >= ? ORDER BY seq', [fromSeq])) as Record<
    string,
    unknown
  >[];
  const [head] = (await sql('SELECT * FROM ledger_chain')) as Record<string, unknown>[];
  let previousHash = entries[0]?.previousHash as string;
  for (const [i, entry] of entries.entries()) {
    const salt = randomBytes(16).toString('hex');
    const content = canonical(JSON.parse(i === 0 ? change(acts[0]?.content as string) : (acts[i]?.content as string)));
    const unhashed = {
      ...entry,
      digest: contentDigest('sm3', salt, content),
      previousHash,
      occurredAt: isoOf(entry.occurredAt),
      receivedAt: isoOf(entry.receivedAt),
    };
    previousHash = hashOf('sm3', unhashed as never);
    await sql('UPDATE ledger_entry SET digest = ?, previousHash = ?, hash = ? WHERE seq = ?', [
      unhashed.digest,
      unhashed.previousHash,
      previousHash,
      entry.seq,
    ]);
    await sql('UPDATE ledger_act SET content = ?, salt = ? WHERE seq = ?', [content, salt, entry.seq]);
  }
  await sql('UPDATE ledger_chain SET hash = ?', [previousHash]);
  return async () => {
    for (const it of entries)
      await sql('UPDATE ledger_entry SET digest = ?, previousHash = ?, hash = ? WHERE seq = ?', [
        it.digest,
        it.previousHash,
        it.hash,
        it.seq,
      ]);
    for (const it of acts)
      await sql('UPDATE ledger_act SET content = ?, salt = ? WHERE seq = ?', [it.content, it.salt, it.seq]);
    await sql('UPDATE ledger_chain SET hash = ?', [head?.hash]);
  };
}

test('a whole tail rewritten without a flaw is found by the head kept outside, and by nothing else', async () => {
  const restore = await rewriteTail(3, (text) =>
    text.replace('"state":"graded"', '"state":"graded","standardClause":null'),
  );
  const alone = await verify(app);
  const compared = await verify(app, [headFile]);
  await restore();
  expect(alone.findings).toEqual([]);
  expect(compared.findings).toEqual([
    expect.objectContaining({ kind: 'tail-rewritten', where: `entry ${TOWNSHIP}/4` }),
  ]);
});

test('a chain cut short behind its head is found by the head kept outside', async () => {
  const entries = (await sql('SELECT * FROM ledger_entry WHERE seq > 3')) as Record<string, unknown>[];
  const acts = (await sql('SELECT * FROM ledger_act WHERE seq > 3')) as Record<string, unknown>[];
  const [head] = (await sql('SELECT * FROM ledger_chain')) as Record<string, unknown>[];
  const [third] = (await sql('SELECT hash FROM ledger_entry WHERE seq = 3')) as { hash: string }[];
  const [row] = (await sql(
    'SELECT state, deadline, responsibleUnitId, holderSince, CAST(rectifierIds AS CHAR) AS r FROM hazard WHERE id = ?',
    [hazard.id],
  )) as Record<string, unknown>[];
  await sql('DELETE FROM ledger_entry WHERE seq > 3');
  const naive = await verify(app);
  await sql('DELETE FROM ledger_act WHERE seq > 3');
  await sql('UPDATE ledger_chain SET seq = 3, hash = ?', [third?.hash]);
  await sql(
    "UPDATE hazard SET state = 'graded', deadline = NULL, responsibleUnitId = NULL, holderSince = '2026-11-20 01:02:03.004', rectifierIds = '[]' WHERE id = ?",
    [hazard.id],
  );
  const alone = await verify(app);
  const compared = await verify(app, [headFile]);
  await app.source.manager.insert(
    'ledger_entry',
    entries.map((it) => ({
      ...it,
      occurredAt: new Date(isoOf(it.occurredAt)),
      receivedAt: new Date(isoOf(it.receivedAt)),
    })),
  );
  await app.source.manager.insert('ledger_act', acts);
  await sql('UPDATE ledger_chain SET seq = ?, hash = ?', [head?.seq, head?.hash]);
  await sql(
    'UPDATE hazard SET state = ?, deadline = ?, responsibleUnitId = ?, holderSince = ?, rectifierIds = ? WHERE id = ?',
    [row?.state, row?.deadline, row?.responsibleUnitId, row?.holderSince, row?.r, hazard.id],
  );
  expect(naive.kinds).toEqual(expect.arrayContaining(['chain-row-differs', 'act-without-entry', 'row-differs']));
  expect(alone.findings).toEqual([]);
  expect(compared.findings).toEqual([expect.objectContaining({ kind: 'chain-shortened' })]);
});

test('an entry taken out of the middle', async () => {
  await sql('UPDATE ledger_entry SET chain = ? WHERE seq = 2', ['14']);
  const { kinds } = await verify(app);
  await sql('UPDATE ledger_entry SET chain = ? WHERE seq = 2', [TOWNSHIP]);
  expect(kinds).toEqual(expect.arrayContaining(['entry-missing', 'entry-changed', 'chain-row-differs']));
});

test('a heads file that was edited is named', async () => {
  const copy = join(app.config.dataDir, 'edited.json');
  const heads = JSON.parse(await readFile(headFile, 'utf8'));
  heads.chains[0].seq = 2;
  heads.chains[0].hash = ((await sql('SELECT hash FROM ledger_entry WHERE seq = 2')) as { hash: string }[])[0]?.hash;
  await writeFile(copy, JSON.stringify(heads));
  expect((await verify(app, [copy])).kinds).toEqual(['heads-file-changed']);
});
