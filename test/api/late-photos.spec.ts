import { addDays, dateOf, startOf } from '@zerentian/shared/calendar';
import { uuidv7 } from 'uuidv7';
import { signedIn, type TestActor } from '../support/actors';
import { forSpec } from '../support/for-spec';
import { png, sm3 } from '../support/pictures';
import { startTownship, VILLAGE } from '../support/township';
import { upload } from '../support/upload';

/** Whoever's tenure ended may for 30 days deliver what was done within it, with the photos taken then. */
const town = forSpec(startTownship);
const today = dateOf(new Date());
const DAY_MS = 24 * 3600_000;

/** Ends all that a person holds with the beginning of today. */
async function relieve(actor: TestActor): Promise<void> {
  const held: { tenureId: string }[] = await town.source.query(
    'SELECT tenureId FROM tenure WHERE personId = ? AND supersededAt IS NULL AND (endsOn IS NULL OR endsOn > ?)',
    [actor.personId, today],
  );
  expect(held.length).toBeGreaterThan(0);
  for (const { tenureId } of held) {
    const ended = await town.as.administrator.post(`/api/tenures/${tenureId}/end`, { until: today });
    expect(ended.status).toBe(200);
  }
}

const announcement = async () => {
  const picture = await png();
  return { id: uuidv7(), bytes: picture.length, sm3: sm3(picture) };
};

test('a report from a past tenure carries its photo', async () => {
  const { villageCadre } = town.as;
  await relieve(villageCadre);
  const [picture, id] = [await png(), uuidv7()];
  expect((await upload(villageCadre, picture, id)).body).toMatchObject({ id, stored: true });
  const report = { areaCode: VILLAGE, description: '院墙开裂（任内发现）', photoIds: [id] };
  const late = await villageCadre.post('/api/hazards', { ...report, occurredAt: addDaysIso(-1) });
  expect(late.status).toBe(201);
  const [row] = await town.source.query('SELECT subjectId, townshipCode FROM photo WHERE id = ?', [id]);
  expect(row).toEqual({ subjectId: late.body.id, townshipCode: '140621200' });
});

test('for thirty days from the last instant of the tenure, and no longer', async () => {
  const { otherVillageCadre } = town.as;
  await relieve(otherVillageCadre);
  const end = startOf(today).getTime();
  for (const [at, status] of [
    [end + 30 * DAY_MS - 1, 201],
    [end + 30 * DAY_MS, 403],
  ] as const) {
    town.clock.set(new Date(at));
    const late = await signedIn(town, otherVillageCadre.personId);
    const { status: answered, body } = await late.post('/api/photos', await announcement());
    expect([at - end, answered, body.code]).toEqual([at - end, status, status === 403 ? 'forbidden' : undefined]);
  }
});

test('a tenure that has not begun is none', async () => {
  const appointed = await town.as.administrator.post('/api/persons', { name: '候任（示例）', managedBy: 'township' });
  const newcomer = await signedIn(town, appointed.body.id);
  const postId = town.id('post:safety-station-member');
  const tenure = { personId: newcomer.personId, postId, kind: 'regular', from: addDays(today, 2) };
  expect((await town.as.administrator.post('/api/tenures', tenure)).status).toBe(201);
  expect((await newcomer.post('/api/photos', await announcement())).body.code).toBe('forbidden');
});

function addDaysIso(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString();
}
