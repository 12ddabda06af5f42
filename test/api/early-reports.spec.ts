import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import sharp from 'sharp';
import { uuidv7 } from 'uuidv7';
import type { Answer } from '../support/client';
import { forSpec } from '../support/for-spec';
import { inspect, jpegWithExif, png, sm3 } from '../support/pictures';
import { startTownship, VILLAGE } from '../support/township';
import { partsOf } from '../support/upload';
import { verify } from './ledger.support';

/** On one bar of signal the report comes first, with a small picture; the photo itself follows, and the ledger learns of it then. */
const town = forSpec(startTownship);
const download = async (address: string) => {
  const response = await fetch(`${town.url}${address}`);
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
};

/** Light in bytes, heavy in pixels. */
const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#888' } })
    .png()
    .toBuffer();

async function announce(bytes: Buffer, preview?: Buffer): Promise<string> {
  const id = uuidv7();
  const small = preview && { preview: preview.toString('base64') };
  const { status } = await town.as.villageCadre.post('/api/photos', {
    id,
    bytes: bytes.length,
    sm3: sm3(bytes),
    ...small,
  });
  expect(status).toBe(201);
  return id;
}

async function send(id: string, bytes: Buffer): Promise<Answer> {
  let last: Answer | undefined;
  for (const [n, part] of partsOf(bytes).entries())
    last = await town.as.villageCadre.put(`/api/photos/${id}/parts/${n}`, part);
  return last as Answer;
}

async function report(photoId: string): Promise<HazardDetail> {
  const body = { areaCode: VILLAGE, description: '院墙开裂', photoIds: [photoId] };
  const reported = await town.as.villageCadre.post('/api/hazards', body);
  expect(reported.status).toBe(201);
  return (await town.as.villageCadre.get<HazardDetail>(`/api/hazards/${reported.body.id}`)).body;
}

const entriesOf = (id: string) => town.source.query('SELECT act, personId FROM ledger_entry WHERE subjectId = ?', [id]);

test('a report shows the preview until the photo is there, then the photo', async () => {
  const [whole, small] = [await jpegWithExif(), await png(200, 150)];
  const id = await announce(whole, small);
  const early = await report(id);
  const preview = await download(early.photos[0]!.url);
  expect(preview.response.headers.get('cache-control')).toBe('no-store');
  expect(await inspect(preview.bytes)).toMatchObject({ format: 'jpeg', width: 200, height: 150 });
  expect((await send(id, whole)).body).toMatchObject({ stored: true });
  const photo = await download(early.photos[0]!.url);
  expect(photo.response.headers.get('cache-control')).toMatch(/immutable$/);
  expect(await inspect(photo.bytes)).toMatchObject({ width: 1200, height: 1800 });
});

test('without a preview, or with one that is no picture, the report is there all the same', async () => {
  const [whole, nonsense] = [await png(), Buffer.from('这不是照片')];
  for (const id of [await announce(whole), await announce(whole, nonsense)]) {
    const early = await report(id);
    expect((await download(early.photos[0]!.url)).response.status).toBe(404);
    await send(id, whole);
    expect((await download(early.photos[0]!.url)).response.status).toBe(200);
  }
});

test.each([
  ['too large', 'A'.repeat(32 * 1024 + 4)],
  ['not base64', '<svg>'],
  ['empty', ''],
])('a preview that is %s is refused', async (_, preview) => {
  const body = { id: uuidv7(), bytes: 1, sm3: '0'.repeat(64), preview };
  const refused = await town.as.villageCadre.post('/api/photos', body);
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'preview' }] } });
});

test('a preview that claims to be gigantic is left out', async () => {
  const id = await announce(await png(), await flat(1100, 1100));
  const early = await report(id);
  expect((await download(early.photos[0]!.url)).response.status).toBe(404);
});

test('the ledger is true before and after, and the history is not made longer', async () => {
  const whole = await png(640, 480);
  const id = await announce(whole);
  const early = await report(id);
  expect((await verify(town)).findings).toEqual([]);
  expect(await entriesOf(id)).toEqual([]);
  await send(id, whole);
  expect(await entriesOf(id)).toEqual([{ act: 'photo-stored', personId: null }]);
  expect((await verify(town)).findings).toEqual([]);
  const { body } = await town.as.villageCadre.get<HazardDetail>(`/api/hazards/${early.id}`);
  expect(body.events.map(({ step, photoIds }) => [step, photoIds])).toEqual([['report', [id]]]);
});

test('a file that is taken away or slipped in afterwards is found', async () => {
  const whole = await png(600, 400);
  const [arrived, awaited] = [await announce(whole), await announce(whole)];
  await report(arrived);
  await report(awaited);
  await send(arrived, whole);
  const [row] = await town.source.query('SELECT path, storedDigest FROM photo WHERE id = ?', [arrived]);
  const slipIn = (path: string | null, digest: string | null) =>
    town.source.query('UPDATE photo SET path = ?, storedDigest = ? WHERE id = ?', [path, digest, awaited]);
  await slipIn(row.path, row.storedDigest);
  expect((await verify(town)).findings).toMatchObject([{ kind: 'photo-without-act', where: `photo ${awaited}` }]);
  await slipIn(null, null);
  await rm(join(town.config.dataDir, 'photos', row.path));
  expect((await verify(town)).kinds).toEqual(['photo-file-missing']);
});

test('two reports that want the same photo at once, while it arrives: one gets it', async () => {
  const whole = await png(500, 300);
  const id = await announce(whole);
  const body = { areaCode: VILLAGE, description: '同一张照片', photoIds: [id] };
  const ask = () => town.as.villageCadre.post('/api/hazards', body);
  const [one, other, last] = await Promise.all([ask(), ask(), send(id, whole)]);
  expect([one.status, other.status].sort()).toEqual([201, 409]);
  expect(last.body).toMatchObject({ stored: true });
  const findings = (await verify(town)).findings.filter(({ where }) => where.includes(id));
  expect(findings).toEqual([]);
});
