import { call } from '../support/client';
import { startTownship, type Township, TOWNSHIP } from '../support/township';

let town: Township;
beforeAll(async () => {
  const t=Date.now();
  town = await startTownship();
  console.log('start', Date.now()-t);
});
afterAll(() => town?.close());

test('without a session nothing is told', async () => {
  const answer = await call(town, 'GET', '/api/areas');
  expect([answer.status, answer.body.code]).toEqual([401, 'not_signed_in']);
});

test('the twelve villages lie below the township, the province on top', async () => {
  const { villageCadre } = town.as;
  const villages = await villageCadre.get(`/api/areas?parent=${TOWNSHIP}`);
  expect(villages.status).toBe(200);
  expect(villages.body.items).toHaveLength(12);
});
