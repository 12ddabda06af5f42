import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { canonical, contentDigest, hashOf } from '@zerentian/server/ledger/ledger.digest';
import { exportChain } from '@zerentian/server/ledger/ledger.export';
import { headsFilesIn } from '@zerentian/server/ledger/ledger.heads';
import { LedgerHeads } from '@zerentian/server/ledger/ledger-heads.service';
import { openApiOf } from '@zerentian/server/platform/http/contract';
import { ledgerPage } from '@zerentian/shared/ledger/ledger.contract';
import { uuidv7 } from 'uuidv7';
import { png } from '../support/pictures';
import { type ActorName, OTHER_VILLAGE, startTownship, TOWNSHIP, type Township, VILLAGE } from '../support/township';
import { upload } from '../support/upload';
import { verify } from './ledger.support';

const run = promisify(execFile);
const script = resolve(__dirname, '../../scripts/ledger-check.mjs');

let town: Township;
beforeAll(async () => {
  town = await startTownship();
});
afterAll(() => town.close());

describe('GET /api/ledger', () => {
  const refused: ActorName[] = [
    'villageCadre',
    'villageSecretary',
    'villageDirector',
    'enterpriseHead',
    'tradeStation',
    'safetyStationMember',
    'administrator',
  ];
  test.each(refused)('is refused to %s', async (name) => {
    const answer = await town.as[name].get(`/api/ledger?area=${TOWNSHIP}`);
    expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  const allowed: ActorName[] = [
    'partySecretary',
    'townshipHead',
    'safetyDeputy',
    'officeDirector',
    'discipline',
    'safetyStation',
    'county',
  ];
  test.each(allowed)('is open to %s', async (name) => {
    const answer = await town.as[name].get(`/api/ledger?area=${TOWNSHIP}&limit=2`);
    expect(answer.status).toBe(200);
    expect(answer.body.items.map((it: { seq: number }) => it.seq)).toEqual([1, 2]);
  });

  test('ends at the edge of the scope: the county chain is the county’s', async () => {
    expect(await town.as.partySecretary.get('/api/ledger?area=140621')).toMatchObject({
      status: 403,
      body: { code: 'outside_scope' },
    });
    expect(await town.as.partySecretary.get('/api/ledger?area=140622200')).toMatchObject({
      status: 403,
      body: { code: 'outside_scope' },
    });
    expect((await town.as.county.get('/api/ledger?area=140621')).status).toBe(200);
  });

  test('names what is wrong with a question', async () => {
    const as = town.as.county;
    expect(await as.get('/api/ledger?area=140621999')).toMatchObject({ status: 422, body: { code: 'unknown_area' } });
    expect(await as.get('/api/ledger')).toMatchObject({
      status: 422,
      body: { code: 'invalid_input', errors: [{ path: 'area' }] },
    });
    expect(await as.get(`/api/ledger?area=${TOWNSHIP}&after=-1`)).toMatchObject({ status: 422 });
    expect(await as.get(`/api/ledger?area=${TOWNSHIP}&cursor=x`)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'cursor' }] },
    });
    expect(await as.get(`/api/ledger?area=${TOWNSHIP}&limit=501`)).toMatchObject({ status: 422 });
    expect(await as.get(`/api/ledger?area=${TOWNSHIP}&from=1`)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'from' }] },
    });
  });

  test('shows what somebody did, to be recomputed by whoever reads it', async () => {
    const before = (await read({ area: TOWNSHIP })).at(-1)?.seq as number;
    const text = '示例：库房门口堆放了纸箱 𠮷';
    const body = { areaCode: VILLAGE, description: text };
    const reported = await town.as.villageCadre.post('/api/hazards', body, { key: 'ledger-1' });
    expect(reported.status).toBe(201);
    const [entry] = await read({ area: VILLAGE, after: before });
    expect(entry).toMatchObject({
      act: 'hazard-report',
      subjectType: 'hazard',
      subjectId: reported.body.id,
      personId: town.as.villageCadre.personId,
    });
    expect(entry?.content).toMatchObject({ changes: { state: 'reported', description: text } });
    expect(contentDigest('sm3', entry?.salt as string, canonical(entry?.content))).toBe(entry?.digest);
    expect(hashOf('sm3', entry as never)).toBe(entry?.hash);
  });

  test('goes through pages without a gap, to an end that says so', async () => {
    const all = await read({ area: OTHER_VILLAGE });
    const paged = await read({ area: OTHER_VILLAGE, limit: 7 });
    expect(paged).toEqual(all);
    const first = (await town.as.county.get(`/api/ledger?area=${OTHER_VILLAGE}&limit=3`)).body;
    const next = `/api/ledger?area=${OTHER_VILLAGE}&limit=3&cursor=${first.nextCursor}`;
    expect((await town.as.county.get(next)).body.items).toEqual(all.slice(3, 6));
    expect((await town.as.county.get(`${next}&after=1`)).body.items).toEqual(all.slice(3, 6));
    expect(all.map((it) => it.seq)).toEqual(all.map((_, i) => i + 1));
    expect(all.every((it, i) => i === 0 || it.previousHash === all[i - 1]?.hash)).toBe(true);
  });
});

interface Entry {
  seq: number;
  act: string;
  digest: string;
  previousHash: string;
  hash: string;
  salt: string | null;
  content: unknown;
}

/** Every entry from a place on, as a client pages through them. */
async function read(query: { area: string; after?: number; limit?: number }): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let after = String(query.after ?? 0); ; ) {
    const limit = query.limit === undefined ? '' : `&limit=${query.limit}`;
    const { body } = await town.as.county.get(`/api/ledger?area=${query.area}&after=${after}${limit}`);
    entries.push(...body.items);
    if (body.nextCursor === null) return entries;
    after = body.nextCursor;
  }
}

test('the demo township, made through the services, verifies in every chain, row and column', async () => {
  const { verdict, findings } = await verify(town);
  expect(findings).toEqual([]);
  expect(verdict.entries).toBeGreaterThan(100);
});

test('a photo that came through the service: one byte of its file is missed by nobody', async () => {
  const photoId = uuidv7();
  expect((await upload(town.as.villageCadre, await png(), photoId)).body.stored).toBe(true);
  const body = { areaCode: VILLAGE, description: '示例：临边无护栏', photoIds: [photoId] };
  expect((await town.as.villageCadre.post('/api/hazards', body, { key: 'photo-1' })).status).toBe(201);
  const [row] = await town.source.query('SELECT path FROM photo WHERE id = ?', [photoId]);
  const file = join(town.config.dataDir, 'photos', row.path);
  const { verdict, findings } = await verify(town);
  expect(findings).toEqual([]);
  expect(verdict.photos).toBe(1);
  const bytes = await readFile(file);
  const changed = Buffer.from(bytes);
  changed[changed.length - 3] = (changed[changed.length - 3] ?? 0) ^ 1;
  await writeFile(file, changed);
  const tampered = await verify(town);
  await writeFile(file, bytes);
  expect(tampered.findings).toEqual([
    expect.objectContaining({ kind: 'photo-file-changed', where: `photo ${photoId}` }),
  ]);
});

test('a word changed in the catalogue or its text is found by the digest that its import left', async () => {
  const [before] = await town.source.query(
    'SELECT id, CAST(content AS CHAR) AS content, CAST(sourceText AS CHAR) AS text FROM catalogue',
  );
  await town.source.query('UPDATE catalogue SET content = ?, sourceText = ? WHERE id = ?', [
    before.content.replace('安全', '安金'),
    before.text.replace('安全', '安金'),
    before.id,
  ]);
  const { findings } = await verify(town);
  await town.source.query('UPDATE catalogue SET content = ?, sourceText = ? WHERE id = ?', [
    before.content,
    before.text,
    before.id,
  ]);
  expect(findings.map((it) => it.words.split(':')[0])).toEqual(['content', 'sourceText']);
});

test('the answer is described in OpenAPI by the contract that checks it', async () => {
  const { body } = await town.as.county.get('/api/openapi.json');
  expect(body.paths['/api/ledger'].get.responses['200'].content['application/json'].schema).toEqual(
    JSON.parse(JSON.stringify(openApiOf(ledgerPage, 'output'))),
  );
});

describe('the day’s heads', () => {
  test('are written once a day, by whichever process comes first, and never replaced', async () => {
    const [one, two] = [town.nest.get(LedgerHeads), town.nest.get(LedgerHeads)];
    const folder = join(town.config.dataDir, 'ledger-heads');
    town.clock.set(new Date('2026-11-23T16:10:00Z'));
    const written = await Promise.all([one.writeToday(), two.writeToday(), one.writeToday()]);
    expect(written.filter(Boolean)).toEqual([join(folder, '2026-11-24.json')]);
    const first = await readFile(join(folder, '2026-11-24.json'), 'utf8');
    await town.as.villageCadre.post(
      '/api/hazards',
      { areaCode: VILLAGE, description: '示例：路灯不亮' },
      { key: 'heads-1' },
    );
    expect(await one.writeToday()).toBeNull();
    expect(await readFile(join(folder, '2026-11-24.json'), 'utf8')).toBe(first);
    town.clock.set(new Date('2026-11-24T16:10:00Z'));
    await one.hourly();
    town.clock.set(null);
    const files = headsFilesIn(folder);
    const [a, b] = await Promise.all(files.slice(-2).map(async (file) => JSON.parse(await readFile(file, 'utf8'))));
    expect([a.date, b.date]).toEqual(['2026-11-24', '2026-11-25']);
    expect(b.previousSeal).toBe(a.seal);
    const seqIn = (heads: { chains: { chain: string; seq: number }[] }) =>
      heads.chains.find((it) => it.chain === TOWNSHIP)?.seq;
    expect(seqIn(b)).toBe((seqIn(a) as number) + 1);
    expect((await readdir(folder)).every((name) => name.endsWith('.json'))).toBe(true);
    expect((await verify(town, files)).findings).toEqual([]);
  });
});

describe('an export', () => {
  let file: string;
  let lines: string[];
  const check = (path: string, ...heads: string[]) =>
    run(process.execPath, [script, path, ...heads]).then(
      ({ stdout }) => ({ code: 0, stdout }),
      (error) => ({ code: error.code as number, stdout: `${error.stdout}${error.stderr}` }),
    );

  beforeAll(async () => {
    file = join(town.config.dataDir, 'export.jsonl');
    await exportChain(town.source, TOWNSHIP, file, headsFilesIn(join(town.config.dataDir, 'ledger-heads')), new Date());
    lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  });

  const tampered = async (change: (lines: string[]) => string[]) => {
    const path = join(town.config.dataDir, `tampered-${Math.random()}.jsonl`);
    await writeFile(path, `${change([...lines]).join('\n')}\n`);
    return check(path);
  };
  const inEntry = (seq: number, change: (line: string) => string) => (all: string[]) =>
    all.map((line) => (line.includes(`"seq":${seq},`) ? change(line) : line));

  test('is checked without database, by a script of its own, with the sealed heads inside it', async () => {
    const answer = await check(file);
    expect(answer.stdout).toContain('intact');
    expect(answer).toMatchObject({ code: 0 });
    expect(answer.stdout).toMatch(/2 head\(s\) compared/);
  });

  test('shows a byte changed in an entry or an act, an entry taken out, a tail cut off, a head that does not fit', async () => {
    const entry = await tampered(inEntry(5, (it) => it.replace('"act":"', '"act":"x')));
    expect(entry.stdout).toContain('5: its hash is not that of its content');
    const act = await tampered(inEntry(6, (it) => it.replace('"content":{', '"content":{ ')));
    expect(act.stdout).toContain('6: its digest is not that of its content');
    const gap = await tampered((all) => all.filter((line) => !line.includes('"seq":7,')));
    expect(gap.stdout).toContain('8: it comes after entry 6');
    const cut = await tampered((all) => all.slice(0, -2));
    expect(cut.stdout).toContain('export: it ends at');
    const head = await tampered((all) =>
      all.map((line) => (line.startsWith('{"heads"') ? line.replace(/"hash":"./, '"hash":"x') : line)),
    );
    expect(head.stdout).toContain('its seal is not that of its content');
    expect([entry.code, act.code, gap.code, cut.code, head.code]).toEqual([1, 1, 1, 1, 1]);
  });

  test('refuses a file that is none', async () => {
    const path = join(town.config.dataDir, 'none.jsonl');
    await writeFile(path, '{"some":"json"}\n');
    expect(await check(path)).toMatchObject({ code: 2, stdout: expect.stringContaining('is not a ledger export') });
  });
});
