import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Photo } from '@zerentian/server/photos/photo.entity';
import { MAX_PHOTO_BYTES, PART_SIZE, photoView } from '@zerentian/shared/photos/photo.contract';
import { uuidv7 } from 'uuidv7';
import * as z from 'zod/mini';
import { signedIn } from '../support/actors';
import { call } from '../support/client';
import { photoDesk } from '../support/photo-desk';
import { bomb, heic, inspect, jpegWithExif, pixel, png, sm3, webp } from '../support/pictures';
import { TOWNSHIP } from '../support/small-roster';
import { announce, partsOf, upload } from '../support/upload';

const desk = photoDesk();
const { app, as, rowOf, fileOf, put } = desk;

describe('POST /api/photos', () => {
  it('refuses whoever is not signed in', async () => {
    expect(await call(app, 'POST', '/api/photos', { body: {} })).toMatchObject({
      status: 401,
      body: { code: 'not_signed_in' },
    });
  });

  it('refuses somebody who holds no post', async () => {
    app.clock.set(new Date('2023-06-01T00:00:00.000Z'));
    const early = await signedIn(app, as.villageCadre.personId);
    expect((await early.post('/api/photos', { id: uuidv7(), bytes: 1, sm3: sm3(Buffer.of(1)) })).body.code).toBe(
      'forbidden',
    );
  });

  it.each([
    ['nothing', {}, ['id', 'bytes', 'sm3']],
    ['wrong types', { id: 1, bytes: '1', sm3: null }, ['id', 'bytes', 'sm3']],
    ['an empty photo', { id: uuidv7(), bytes: 0, sm3: '0'.repeat(64) }, ['bytes']],
    ['half a byte', { id: uuidv7(), bytes: 1.5, sm3: '0'.repeat(64) }, ['bytes']],
    ['a digest in capitals', { id: uuidv7(), bytes: 1, sm3: 'A'.repeat(64) }, ['sm3']],
    ['a path for an id', { id: '../../../etc/passwd', bytes: 1, sm3: '0'.repeat(64) }, ['id']],
    ['an unknown field', { id: uuidv7(), bytes: 1, sm3: '0'.repeat(64), path: '/etc' }, ['path']],
  ])('names the fields when given %s', async (_name, body, paths) => {
    const answer = await as.villageCadre.post('/api/photos', body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid_input' } });
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toEqual(paths);
  });

  it.each([25 * 1024 * 1024, 200 * 1024 * 1024, MAX_PHOTO_BYTES + 1])(
    'refuses %d bytes before any is sent',
    async (bytes) => {
      expect(await as.villageCadre.post('/api/photos', { id: uuidv7(), bytes, sm3: '0'.repeat(64) })).toMatchObject({
        status: 413,
        body: { code: 'photo_too_large' },
      });
    },
  );

  it('answers the parts to come, and the same to a repeat, also to racing ones', async () => {
    const body = { id: uuidv7(), bytes: desk.large.length, sm3: sm3(desk.large) };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => as.villageCadre.post('/api/photos', body, { key: body.id })),
    );
    for (const answer of answers) {
      expect(answer.status).toBe(201);
      expect(z.safeParse(photoView, answer.body).error).toBeUndefined();
      expect(answer.body).toEqual(answers[0]!.body);
    }
    expect(answers[0]!.body).toMatchObject({
      parts: partsOf(desk.large).length,
      missing: partsOf(desk.large).map((_, n) => n),
      stored: false,
      url: null,
    });
    await as.villageCadre.put(`/api/photos/${body.id}/parts/0`, partsOf(desk.large)[0]!);
    const again = await as.villageCadre.post('/api/photos', body, { key: body.id });
    expect(again.body.missing).not.toContain(0);
  });

  it('refuses an id that stands for another photo, or for somebody else’s', async () => {
    const id = await announce(as.villageCadre, desk.large);
    const other = await png();
    expect(await as.villageCadre.post('/api/photos', { id, bytes: other.length, sm3: sm3(other) })).toMatchObject({
      status: 409,
      body: { code: 'id_taken' },
    });
    expect(
      (await as.office.post('/api/photos', { id, bytes: desk.large.length, sm3: sm3(desk.large) })).body.code,
    ).toBe('id_taken');
  });
});

describe('PUT /api/photos/:id/parts/:n', () => {
  it('refuses a part of somebody else’s photo, of none, and without a sign-in', async () => {
    const id = await announce(as.villageCadre, desk.large);
    const first = partsOf(desk.large)[0]!;
    expect(await put(as.office, id, 0, first)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect((await put(as.villageCadre, uuidv7(), 0, first)).body.code).toBe('not_found');
    expect((await call(app, 'PUT', `/api/photos/${id}/parts/0`, { bytes: first })).body.code).toBe('not_signed_in');
    expect((await as.villageCadre.get(`/api/photos/${id}/state`)).body.missing).toContain(0);
  });

  it('refuses parts that are none of this upload', async () => {
    const id = await announce(as.villageCadre, desk.large);
    const parts = partsOf(desk.large);
    for (const n of [parts.length, 9999, -1, 1.5, 'x']) {
      expect(await put(as.villageCadre, id, n, parts[0]!)).toMatchObject({
        status: 422,
        body: { code: 'invalid_input' },
      });
    }
    expect((await put(as.villageCadre, id, parts.length, parts[0]!)).body.errors).toMatchObject([{ path: 'n' }]);
    expect((await put(as.villageCadre, id, 0, parts[0]!.subarray(1))).body.code).toBe('invalid_input');
    expect((await put(as.villageCadre, id, parts.length - 1, parts[0]!)).body.code).toBe('invalid_input');
    expect((await put(as.villageCadre, id, 0, Buffer.alloc(PART_SIZE + 1))).body.code).toBe('payload_too_large');
    expect((await put(as.villageCadre, id, 0, Buffer.alloc(5 * PART_SIZE))).body.code).toBe('payload_too_large');
    const json = await call(app, 'PUT', `/api/photos/${id}/parts/0`, { token: as.villageCadre.token, body: { a: 1 } });
    expect(json).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } });
    expect((await as.villageCadre.get(`/api/photos/${id}/state`)).body.missing).toHaveLength(parts.length);
  });

  it('stores a JPEG upright and without anything that it told about its taker', async () => {
    expect(desk.large.includes('SecretPhoneMaker')).toBe(true);
    const original = await inspect(desk.large);
    expect(original).toMatchObject({ width: 1800, height: 1200, orientation: 6 });
    expect(original.exif).toBeDefined();
    const answer = await upload(as.villageCadre, desk.large);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ stored: true, missing: [] });
    const row = await rowOf(answer.body.id);
    const stored = await readFile(await fileOf(answer.body.id));
    expect(row).toMatchObject({
      storedDigest: sm3(stored),
      storedBytes: stored.length,
      width: 1200,
      height: 1800,
      townshipCode: TOWNSHIP,
    });
    expect(row.path).toMatch(new RegExp(`^${TOWNSHIP}/\\d{4}/\\d{2}/${answer.body.id}\\.jpg$`));
    const kept = await inspect(stored);
    expect(kept).toEqual({
      format: 'jpeg',
      width: 1200,
      height: 1800,
      exif: undefined,
      orientation: undefined,
      icc: undefined,
      xmp: undefined,
    });
    for (const secret of ['SecretPhoneMaker', 'PRIVATE-NOTE', 'Exif', 'GPS'])
      expect(stored.includes(secret)).toBe(false);
    const [red = 0, , blue = 0] = await pixel(stored, 1100, 900);
    expect(red).toBeGreaterThan(blue + 80);
    const thumbnail = await inspect(await readFile((await fileOf(answer.body.id)).replace('.jpg', '.thumb.jpg')));
    expect(thumbnail).toMatchObject({ format: 'jpeg', height: 320, exif: undefined });
    expect(existsSync(join(app.config.dataDir, 'uploads', answer.body.id))).toBe(false);
  });

  it.each([
    ['a PNG that can be seen through', png],
    ['a WebP', webp],
    ['one pixel', () => png(1, 1)],
  ])('stores %s as JPEG', async (_name, make) => {
    const answer = await upload(as.villageCadre, await make());
    expect(answer.body.stored).toBe(true);
    expect((await inspect(await readFile(await fileOf(answer.body.id)))).format).toBe('jpeg');
  });

  it('makes a large picture smaller, a small one not larger', async () => {
    const big = await upload(as.villageCadre, await png(6000, 3000));
    expect(await rowOf(big.body.id)).toMatchObject({ width: 2560, height: 1280 });
    const small = await upload(as.villageCadre, await png(100, 50));
    expect(await rowOf(small.body.id)).toMatchObject({ width: 100, height: 50 });
  });

  it.each([
    ['a text', async () => Buffer.from('<script>alert(1)</script>'.repeat(50)), 'photo_not_image'],
    [
      'a text that begins like a JPEG',
      async () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(4000, 65)]),
      'photo_not_image',
    ],
    [
      'an SVG',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'photo_not_image',
    ],
    [
      'a GIF',
      async () => Buffer.from('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;', 'latin1'),
      'photo_not_image',
    ],
    ['a zip', async () => Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(3000)]), 'photo_not_image'],
    ['an HEIC', async () => heic(), 'photo_heic'],
    ['half a JPEG', async () => (await jpegWithExif(400, 300)).subarray(0, 20_000), 'photo_not_image'],
    ['a decompression bomb', bomb, 'photo_too_large'],
  ])('refuses %s', async (_name, make, code) => {
    const bytes = await make();
    const answer = await upload(as.villageCadre, bytes);
    expect(answer.body).toMatchObject({ code });
    expect(answer.body.detail).toContain('文字没有丢失');
    const row = await app.source.manager.findOneByOrFail(Photo, { digest: sm3(bytes) });
    expect(row).toMatchObject({ storedAt: null, path: null });
    expect((await as.villageCadre.get(`/api/photos/${row.id}/state`)).body).toMatchObject({ stored: false, url: null });
  });

  it('refuses an HEIC with its first part, not after the last', async () => {
    const bytes = Buffer.concat([heic(), Buffer.alloc(3 * PART_SIZE)]);
    const id = await announce(as.villageCadre, bytes);
    expect(await put(as.villageCadre, id, 0, partsOf(bytes)[0]!)).toMatchObject({
      status: 422,
      body: { code: 'photo_heic' },
    });
  });
});

describe('GET /api/photos/:id/state', () => {
  it('is for the sender alone', async () => {
    const id = await announce(as.villageCadre, desk.large);
    expect(await as.office.get(`/api/photos/${id}/state`)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect((await as.villageCadre.get('/api/photos/not-an-id/state')).body.code).toBe('invalid_input');
  });
});
