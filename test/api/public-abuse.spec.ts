import { RateLimiter } from '@zerentian/server/platform/auth/rate-limiter';
import { uuidv7 } from 'uuidv7';
import { call } from '../support/client';
import { jpegWithExif } from '../support/pictures';
import { publicSpec } from '../support/public-desk';
import { upload } from '../support/upload';

/** What somebody without a session tries with what they know: ids that stand in many places, addresses without end. */
const { town, desk } = publicSpec();
const many = { status: 429, body: { code: 'too_many_requests' } };
const taken = { status: 409, body: { code: 'id_taken' } };

it('ids that many know open no photo without a session', async () => {
  const bytes = await jpegWithExif(400, 300);
  const photoId = (await upload(town.as.villageCadre, bytes)).body.id;
  const { personId } = town.as.villageCadre;
  expect(await desk.put(`/api/public/photos/${personId}/${photoId}/parts/0`, bytes)).toMatchObject(taken);
  const path = `/api/public/points/${desk.villageCode}`;
  const announced = { reportId: personId, id: uuidv7(), bytes: 10, sm3: 'a'.repeat(64) };
  expect(await desk.post(`${path}/photos`, announced)).toMatchObject(taken);
  const report = { id: personId, description: '示例：借别人的编号', photoIds: [photoId] };
  expect(await desk.post(`${path}/reports`, report)).toMatchObject(taken);
  const id = uuidv7();
  const own = await desk.photograph(id, bytes);
  await desk.send({ id, photoIds: [own] });
  expect(await desk.put(`/api/public/photos/${id}/${own}/parts/0`, bytes)).toMatchObject({
    status: 200,
    body: { stored: true, url: null, thumbnailUrl: null },
  });
});

it('whoever has a network of IPv6 counts once, whichever of its addresses is taken', async () => {
  town.nest.get(RateLimiter, { strict: false }).set('public-lookup-by-address', { most: 2 });
  const from = (address: string) =>
    call(town, 'GET', '/api/public/reports/222222222222', { headers: { 'x-forwarded-for': address } });
  expect((await from('2001:db8:1:2::1')).status).toBe(404);
  expect((await from('2001:db8:1:2::2')).status).toBe(404);
  expect(await from('2001:db8:1:2:9:9:9:9')).toMatchObject(many);
  expect((await from('2001:db8:1:3::1')).status).toBe(404);
});

it('an address that the sender wrote itself in front of the true one counts for nothing', async () => {
  town.nest.get(RateLimiter, { strict: false }).set('public-lookup-by-address', { most: 2 });
  const from = (n: number) =>
    call(town, 'GET', '/api/public/reports/222222222222', {
      headers: { 'x-forwarded-for': `198.51.100.${n}, 203.0.113.7` },
    });
  expect([(await from(1)).status, (await from(2)).status, (await from(3)).status]).toEqual([404, 404, 429]);
});
