import { existsSync } from 'node:fs';
import { readdir, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { Storage } from '@zerentian/server/platform/storage/storage';
import { startApp } from '../support/app';
import { call } from '../support/client';
import { photoDesk } from '../support/photo-desk';
import { png, sm3 } from '../support/pictures';
import { announce, partsOf } from '../support/upload';

const desk = photoDesk();
const { app, as, rowOf, fileOf, put } = desk;

describe('an upload that meets with trouble', () => {
  it('goes on where an upload broke off, in any order, after a restart too', async () => {
    const id = await announce(as.villageCadre, desk.large);
    const parts = partsOf(desk.large);
    expect(parts.length).toBeGreaterThan(2);
    await put(as.villageCadre, id, parts.length - 1, parts.at(-1)!);
    const restarted = await startApp({}, app);
    const { body } = await call(restarted, 'GET', `/api/photos/${id}/state`, { token: as.villageCadre.token });
    await restarted.nest.close();
    expect(body.missing).toEqual(parts.map((_, n) => n).slice(0, -1));
    for (const n of body.missing.toReversed()) {
      const answer = await put(as.villageCadre, id, n, parts[n]!);
      expect(answer.body.stored).toBe(n === 0);
    }
    expect(existsSync(await fileOf(id))).toBe(true);
  });

  it('asks again for a part that a power cut left short', async () => {
    const id = await announce(as.villageCadre, desk.large);
    const parts = partsOf(desk.large);
    await put(as.villageCadre, id, 0, parts[0]!);
    await put(as.villageCadre, id, 1, parts[1]!);
    await truncate(join(app.config.dataDir, 'uploads', id, '1'), 1000);
    const { body } = await as.villageCadre.get(`/api/photos/${id}/state`);
    expect(body.missing).toContain(1);
    expect(body.missing).not.toContain(0);
    for (const n of body.missing) await put(as.villageCadre, id, n, parts[n]!);
    expect((await as.villageCadre.get(`/api/photos/${id}/state`)).body.stored).toBe(true);
  });

  it('takes the same part again, before and after the photo is stored', async () => {
    const id = await announce(as.villageCadre, desk.large);
    const parts = partsOf(desk.large);
    for (const n of [0, 0, ...parts.keys()]) expect((await put(as.villageCadre, id, n, parts[n]!)).status).toBe(200);
    const digest = (await rowOf(id)).storedDigest;
    const again = await put(as.villageCadre, id, 0, parts[0]!);
    expect(again).toMatchObject({ status: 200, body: { stored: true, missing: [] } });
    expect((await rowOf(id)).storedDigest).toBe(digest);
    expect(existsSync(join(app.config.dataDir, 'uploads', id))).toBe(false);
  });

  it('stores once when the last part arrives many times at once', async () => {
    const id = await announce(as.villageCadre, desk.large);
    const parts = partsOf(desk.large);
    const last = parts.length - 1;
    for (const n of parts.keys()) if (n !== last) await put(as.villageCadre, id, n, parts[n]!);
    const stored = jest.spyOn(app.nest.get(Storage, { strict: false }), 'put');
    const answers = await Promise.all(Array.from({ length: 8 }, () => put(as.villageCadre, id, last, parts[last]!)));
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, body: { stored: true, missing: [] } });
    expect(stored).toHaveBeenCalledTimes(2);
    stored.mockRestore();
    const row = await rowOf(id);
    expect(sm3(await readFile(await fileOf(id)))).toBe(row.storedDigest);
  });

  it('asks for all of it again when the digest does not fit, and then takes it', async () => {
    const id = await announce(as.villageCadre, desk.large);
    const parts = partsOf(desk.large);
    const spoilt = Buffer.from(parts[1]!);
    spoilt[100]! ^= 1;
    await put(as.villageCadre, id, 1, spoilt);
    let answer = await put(as.villageCadre, id, 0, parts[0]!);
    for (const n of parts.keys()) if (n > 1) answer = await put(as.villageCadre, id, n, parts[n]!);
    expect(answer).toMatchObject({ status: 422, body: { code: 'photo_digest_mismatch' } });
    expect((await as.villageCadre.get(`/api/photos/${id}/state`)).body.missing).toHaveLength(parts.length);
    for (const n of parts.keys()) answer = await put(as.villageCadre, id, n, parts[n]!);
    expect(answer.body.stored).toBe(true);
  });

  it('leaves no half-written file behind when the disk fails, and succeeds afterwards', async () => {
    const small = await png();
    const id = await announce(as.villageCadre, small);
    const failing = jest
      .spyOn(app.nest.get(Storage, { strict: false }), 'put')
      .mockRejectedValue(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
    const silent = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect((await put(as.villageCadre, id, 0, small)).status).toBe(500);
    silent.mockRestore();
    failing.mockRestore();
    expect((await rowOf(id)).storedAt).toBeNull();
    expect((await put(as.villageCadre, id, 0, small)).body.stored).toBe(true);
    const folder = join(await fileOf(id), '..');
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
