// Which hazard shows a state or a step, and to whom: looked for in the demo, and made where the demo has none.
import { createHash, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { makeHazards } from './made-hazards.mjs';

const { PART_SIZE } = createRequire(import.meta.url)('@zerentian/shared/photos/photo.contract');

const DETAILS_PER_STATE = 4;

/** Everybody of the demo signed in, the hazards in each state, and who may take which step. */
export async function findSamples(url) {
  const people = await signInAll(url);
  const photos = await makeHandedOver(people);
  await makeCoordination(people);
  const lists = ['inspections', 'campaigns'].map((name) => newest(people.anjianzhan, name));
  const [{ id: inspection }, { id: campaign }] = await Promise.all(lists);
  const { items } = await people.anjianzhan.send('GET', `/inspections/${inspection}`);
  const found = items.find((item) => item.hazard)?.hazard.id;
  const selfCheck = await makeSelfChecks(people);
  const { hazardId: supervised } = await newest(people.jiwei, 'supervision-notices');
  const named = {
    photos,
    selfCheck,
    inspection,
    campaign,
    found,
    supervised,
    ...(await makePublicReports(url, people)),
  };
  Object.assign(named, await makeHazards(people, upload));
  const samples = { people, named, states: {}, steps: {} };
  for (const login of Object.keys(people)) await look(people[login], login, samples);
  return samples;
}

/** Fills in a scene: `{ as, path }`. Says so where nothing in the demo shows it. */
export function placed(scene, samples) {
  if (!scene.sample) return { ...scene, path: scene.path.replace(/\{(\w+)\}/, (_, name) => samples.named[name]) };
  const { state, step } = scene.sample;
  const found = step ? samples.steps[step] : samples.states[state];
  if (!found) throw new Error(`nothing in the demo shows ${scene.name}`);
  const { id, login, postId } = found;
  const path = step ? `hazards/step/index?id=${id}&step=${step}&postId=${postId}` : `hazards/detail/index?id=${id}`;
  return { ...scene, as: login, path };
}

async function signInAll(url) {
  const send = caller(url);
  const logins = await send('GET', '/demo/logins');
  const people = {};
  for (const { login, password } of logins.items ?? logins) {
    const session = await send('POST', '/sessions', { login, password });
    people[login] = { session, send: caller(url, session.token) };
  }
  return people;
}

function caller(url, token) {
  return async (method, path, body) => {
    const raw = body instanceof Uint8Array;
    const headers = {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
      ...(body && { 'content-type': raw ? 'application/octet-stream' : 'application/json' }),
    };
    const answer = await fetch(`${url}/api${path}`, { method, headers, body: raw ? body : JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
}

async function look({ send }, login, samples) {
  const { items } = await send('GET', '/hazards?limit=100');
  const seen = {};
  for (const { id, state, level } of items) {
    const kind = `${state} ${level}`;
    seen[kind] = (seen[kind] ?? 0) + 1;
    if (seen[kind] > DETAILS_PER_STATE) continue;
    const { steps } = await send('GET', `/hazards/${id}`);
    for (const { step, postId } of steps) samples.steps[step] ??= { id, login, postId };
    if (level === 'general' || state === 'with-county')
      samples.states[state] = better(samples.states[state], { id, login, open: steps.length });
  }
}

/** The visit that found most, the one campaign, or the latest of whatever has no findings to count. */
async function newest({ send }, name) {
  const { items } = await send('GET', `/${name}?limit=20`);
  return items.toSorted((a, b) => (b.counts?.failed ?? 0) - (a.counts?.failed ?? 0))[0];
}

/** The state is seen best by whoever may do most about it. */
const better = (known, found) => (known && known.open >= found.open ? known : found);

/** With photos, handed over to the enterprise, pressed: nothing of this is in the demo. */
async function makeHandedOver({ baocun1, qiye, shuji }) {
  const photoIds = [await upload(baocun1, '#8a4b2a'), await upload(baocun1, '#3d5a73')];
  const description = '成型车间配电箱没有盖，电线裸露，旁边堆放纸箱和废机油桶，通道被占，夜班照明也不够';
  const [{ unitId }] = qiye.session.posts;
  const { id } = await baocun1.send('POST', '/hazards', { path: 'assigned', unitId, description, photoIds });
  await shuji.send('POST', `/hazards/${id}/reminders`, { text: '请抓紧，周五前要有结果' });
  return id;
}

/** What the public reported, by its stages; and the code of one that is settled, which only its sender has. */
async function makePublicReports(url, { anjianzhan, qiye, baocun1 }) {
  const { items: points } = await anjianzhan.send('GET', '/public-points?limit=100');
  const [{ unitId }] = qiye.session.posts;
  const { code: point } = points.find((it) => it.unitId === unitId);
  const report = { id: randomUUID(), description: '成型车间二楼护栏松了，一靠就晃', spot: '二楼楼梯口' };
  const { followCode: follow } = await caller(url)('POST', `/public/points/${point}/reports`, report);
  const { hazardId } = await anjianzhan.send('POST', `/public-reports/${report.id}/accept`, { path: 'assigned' });
  await qiye.send('POST', `/hazards/${hazardId}/submit`, { text: '护栏已焊牢' });
  const companionPersonId = baocun1.session.person.id;
  await anjianzhan.send('POST', `/hazards/${hazardId}/verify`, { companionPersonId });
  await anjianzhan.send('POST', `/hazards/${hazardId}/close`, {});
  const { items } = await anjianzhan.send('GET', '/public-reports?limit=100');
  const at = (stage) => items.find((it) => it.stage === stage && it.named === (stage === 'received'))?.id;
  return { point, follow, received: at('received'), disputed: at('disputed') };
}

/** An enterprise's own list: put right at once, put right later, and (answered) still open with a photo. */
async function makeSelfChecks({ qiye }) {
  await qiye.send('POST', '/self-checks', { text: '成品库通道堆放托盘', spot: '成品库', remedy: '当场清走，划了黄线' });
  await qiye.send('POST', '/self-checks', {
    text: '卷扬机护罩螺栓松动，运转时有异响，已通知维修班',
    spot: '三号卷扬机',
  });
  const photoIds = [await upload(qiye, '#6a5b2a')];
  const text = '二车间东头两具灭火器压力不足，指针在红区，其中一具铅封也没有了';
  return (await qiye.send('POST', '/self-checks', { text, spot: '二车间东头', photoIds })).id;
}

async function makeCoordination({ baocun1, qiye }) {
  const [{ unitId, id: postId }] = qiye.session.posts;
  const report = { path: 'assigned', unitId, description: '厂区外的高压线下堆料' };
  const { id } = await baocun1.send('POST', '/hazards', report);
  const step = { actingPostId: postId, need: 'other', text: '要供电所来移杆，企业自己办不了' };
  await qiye.send('POST', `/hazards/${id}/request-coordination`, step);
}

async function upload({ send }, background) {
  const size = { width: 1200, height: 900, channels: 3, background };
  const bytes = await sharp({ create: { ...size, noise: { type: 'gaussian', mean: 128, sigma: 30 } } })
    .composite([{ input: { create: { ...size, height: 450 } }, gravity: 'south' }])
    .jpeg({ quality: 60 })
    .toBuffer();
  const id = randomUUID();
  const sm3 = createHash('sm3').update(bytes).digest('hex');
  const { parts } = await send('POST', '/photos', { id, bytes: bytes.length, sm3 });
  for (let n = 0; n < parts; n++)
    await send('PUT', `/photos/${id}/parts/${n}`, bytes.subarray(n * PART_SIZE, (n + 1) * PART_SIZE));
  return id;
}
