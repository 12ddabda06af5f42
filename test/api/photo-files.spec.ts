import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SchedulerRegistry } from '@nestjs/schedule';
import { Photo } from '@zerentian/server/photos/photo.entity';
import { PhotoCleanup } from '@zerentian/server/photos/photo-cleanup.service';
import { PhotosService } from '@zerentian/server/photos/photos.service';
import { uuidv7 } from 'uuidv7';
import { signedIn, type TestActor } from '../support/actors';
import { startApp } from '../support/app';
import { photoDesk } from '../support/photo-desk';
import { inspect, png, sm3 } from '../support/pictures';
import { TOWNSHIP } from '../support/small-roster';
import { announce, partsOf, upload } from '../support/upload';

const DAY = 24 * 3600_000;

const desk = photoDesk();
const { app, as, rowOf, fileOf } = desk;
const download = async (address: string) => {
  const response = await fetch(`${app.url}${address}`);
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
};

describe('GET /api/photos/:id', () => {
  it('hands out the photo and its thumbnail to whoever has the link, and lets the phone keep them', async () => {
    const { body } = await upload(as.villageCadre, desk.large);
    const { response, bytes } = await download(body.url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toMatch(/^private, max-age=\d{4}, immutable$/);
    expect(sm3(bytes)).toBe((await rowOf(body.id)).storedDigest);
    expect((await inspect((await download(body.thumbnailUrl)).bytes)).height).toBe(320);
  });

  it('stays the same within the hour and holds for at least one and at most two', async () => {
    app.clock.set(new Date('2026-11-23T08:01:00.000Z'));
    const { body } = await upload(await signedIn(app, as.villageCadre.personId), await png());
    const opens = async (time: string) => {
      app.clock.set(new Date(time));
      return (await download(body.url)).response.status;
    };
    expect(await opens('2026-11-23T09:59:59.000Z')).toBe(200);
    expect(await opens('2026-11-23T10:00:00.000Z')).toBe(403);
    app.clock.set(new Date('2026-11-23T08:59:00.000Z'));
    const later = await (await signedIn(app, as.villageCadre.personId)).get(`/api/photos/${body.id}/state`);
    expect(later.body.url).toBe(body.url);
  });

  it('refuses a link that was changed or belongs to another photo or size', async () => {
    const [one, two] = [
      (await upload(as.villageCadre, await png(30, 30))).body,
      (await upload(as.villageCadre, await png(40, 40))).body,
    ];
    const signature = /signature=(\w+)/.exec(one.url)?.[1] as string;
    const forged = [
      one.url.replace('size=full', 'size=thumb'),
      one.url.replace(one.id, two.id),
      one.url.replace(/expires=\d+/, 'expires=99999999999'),
      one.url.replace(
        signature,
        signature.replace(/^./, (first) => (first === '0' ? '1' : '0')),
      ),
    ];
    for (const address of forged) {
      const { response, bytes } = await download(address);
      expect(response.status).toBe(403);
      expect(JSON.parse(bytes.toString()).code).toBe('link_expired');
    }
    expect((await download(`/api/photos/${one.id}`)).response.status).toBe(422);
    expect((await download(one.url.replace('size=full', 'size=huge'))).response.status).toBe(422);
  });

  it('keeps the secret of its links to itself', async () => {
    const secret = join(app.config.dataDir, 'link-secret');
    expect((await stat(secret)).mode & 0o777).toBe(0o600);
    expect(await readFile(secret, 'utf8')).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a photo and what it belongs to', () => {
  const attach = (
    actor: TestActor,
    ids: string[],
    subject = { type: 'hazard', id: uuidv7() },
    areaCode = `${TOWNSHIP}200`,
  ) =>
    app.source.transaction((tx) =>
      app.nest.get(PhotosService).attach(tx, { personId: actor.personId }, ids, subject, areaCode),
    );
  const store = async (actor: TestActor) => (await upload(actor, await png(20, 20))).body.id as string;

  it('is refused when unknown, somebody else’s, or used elsewhere', async () => {
    const foreign = await store(as.office);
    const used = await store(as.villageCadre);
    await attach(as.villageCadre, [used]);
    const mine = await store(as.villageCadre);
    await expect(attach(as.villageCadre, [mine, uuidv7()])).rejects.toMatchObject({
      code: 'unknown_reference',
      errors: [{ path: 'photoIds.1' }],
    });
    await expect(attach(as.villageCadre, [foreign])).rejects.toMatchObject({
      code: 'unknown_reference',
      errors: [{ path: 'photoIds.0' }],
    });
    await expect(attach(as.villageCadre, [used])).rejects.toMatchObject({ code: 'conflict' });
    expect(await rowOf(mine)).toMatchObject({ subjectId: null });
  });

  it('is tied to it, with the digest that the ledger keeps; again to the same changes nothing', async () => {
    const [first, second] = [await store(as.foreignOffice), await store(as.foreignOffice)];
    const subject = { type: 'hazard', id: uuidv7() };
    const facts = await attach(as.foreignOffice, [second, first, second], subject);
    expect(facts).toEqual([
      { id: second, digest: sm3(await readFile(await fileOf(second))) },
      { id: first, digest: sm3(await readFile(await fileOf(first))) },
    ]);
    expect(await rowOf(first)).toMatchObject({ subjectType: 'hazard', subjectId: subject.id, townshipCode: TOWNSHIP });
    expect(await attach(as.foreignOffice, [second, first], subject)).toEqual(facts);
    expect(await attach(as.foreignOffice, [])).toEqual([]);
  });

  it('may be named again by whoever else acts on the thing that it shows already', async () => {
    const id = await store(as.villageCadre);
    const subject = { type: 'hazard', id: uuidv7() };
    const facts = await attach(as.villageCadre, [id], subject);
    expect(await attach(as.office, [id], subject)).toEqual(facts);
    await expect(attach(as.office, [id])).rejects.toMatchObject({ code: 'unknown_reference' });
  });

  it('goes to one of two things that want it at once', async () => {
    const id = await store(as.villageCadre);
    const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => attach(as.villageCadre, [id])));
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'conflict' });
  });

  it('is removed when nobody has used it for 30 days, by one of several servers', async () => {
    const [kept, unused, halfWay] = [
      await store(as.villageCadre),
      await store(as.villageCadre),
      await announce(as.villageCadre, desk.large),
    ];
    await attach(as.villageCadre, [kept]);
    await as.villageCadre.put(`/api/photos/${halfWay}/parts/0`, partsOf(desk.large)[0]!);
    const [keptFile, unusedFile] = [await fileOf(kept), await fileOf(unused)];
    const parts = join(app.config.dataDir, 'uploads', halfWay);
    const other = await startApp({}, app);
    const cleanBoth = async () => {
      const instant = app.clock.now();
      other.clock.set(instant);
      await Promise.all([app, other].map((server) => server.nest.get(PhotoCleanup, { strict: false }).clean()));
    };
    app.clock.set(new Date(Date.now() + 29 * DAY));
    await cleanBoth();
    expect([keptFile, unusedFile, parts].map((path) => existsSync(path))).toEqual([true, true, true]);
    app.clock.set(new Date(Date.now() + 31 * DAY));
    await cleanBoth();
    await other.nest.close();
    expect([keptFile, unusedFile, unusedFile.replace('.jpg', '.thumb.jpg'), parts].map(existsSync)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(await app.source.manager.findOneBy(Photo, { id: unused })).toBeNull();
    await expect(attach(as.villageCadre, [unused])).rejects.toMatchObject({ code: 'unknown_reference' });
  });

  it('is removed every night', () => {
    const job = app.nest.get(SchedulerRegistry, { strict: false }).getCronJob('photo-cleanup');
    expect(job.isActive).toBe(true);
    expect(String(job.cronTime.source)).toBe('30 3 * * *');
  });

  it('leaves no parts behind that belong to nothing', async () => {
    const id = await store(as.villageCadre);
    const folder = join(app.config.dataDir, 'uploads', id);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, '0'), 'left behind');
    await app.nest.get(PhotoCleanup, { strict: false }).clean();
    expect(existsSync(folder)).toBe(false);
  });
});
