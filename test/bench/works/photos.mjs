// W2: reports with three photos of 200 KB each, one upload in five cut off half-way and resumed.
import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SERVER } from '../support/built.mjs';
import { call, callRaw, measure, median, sendHalf } from '../support/load.mjs';
import { startServer } from '../support/processes.mjs';
import { fillTownships, reportBody } from '../support/townships.mjs';

const require = createRequire(`${SERVER}main.js`);
const BARE = fileURLToPath(new URL('../bare-photos.mjs', import.meta.url));
const CONCURRENCY = 8;
const PHOTOS = 3;
const CUT_EVERY = 5;

/** Server CPU per photo and photos per second, beside a bare streamed write, and beside one that encodes the picture anew as we must. */
export async function photos(database, { rounds = 5, reports = 40, townships = 20 } = {}) {
  const towns = await fillTownships(database, townships);
  const picture = await pictureOf200Kilobytes();
  const file = join(database.dataDir, 'picture.jpg');
  writeFileSync(file, picture);
  const server = await startServer(`${SERVER}main.js`, [], database.env);
  const plain = await startServer(BARE, ['plain'], database.env);
  const encoding = await startServer(BARE, ['encode'], database.env);
  const sent = { bytes: 0, photos: 0 };
  const ours = (index) => reportWithPhotos(server, towns[index % towns.length], picture, index, sent);
  const theirs = (target) => async () => {
    for (let n = 0; n < PHOTOS; n++) await put(`${target.url}/${randomUUID()}`, undefined, picture);
  };
  const figures = { ours: [], plain: [], encoding: [] };
  try {
    await measure(server, CONCURRENCY, CONCURRENCY, ours);
    for (const target of [plain, encoding]) await measure(target, CONCURRENCY, CONCURRENCY, theirs(target));
    Object.assign(sent, { bytes: 0, photos: 0 });
    for (let round = 0; round < rounds; round++) {
      figures.ours.push(await measure(server, reports, CONCURRENCY, ours));
      figures.plain.push(await measure(plain, reports, CONCURRENCY, theirs(plain)));
      figures.encoding.push(await measure(encoding, reports, CONCURRENCY, theirs(encoding)));
    }
  } finally {
    await Promise.all([server.stop(), plain.stop(), encoding.stop()]);
  }
  return { title: `W2 photos — ${database.name}`, ...told(database, figures, sent, picture.length) };
}

function told(database, { ours, plain, encoding }, sent, size) {
  const against = (theirs, field) => {
    const values = ours.map((figure, round) => figure[field] / theirs[round][field]);
    return `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)})`;
  };
  const row = (name, theirs) => ({
    database: database.name,
    beside: name,
    'CPU ms a report': median(ours.map((it) => it.cpuMs)).toFixed(1),
    'bare CPU ms': median(theirs.map((it) => it.cpuMs)).toFixed(1),
    'CPU ratio': against(theirs, 'cpuMs'),
    'reports/s': median(ours.map((it) => it.perSecond)).toFixed(1),
    'throughput ratio': against(theirs, 'perSecond'),
    'bytes sent ÷ bytes of photos': (sent.bytes / (sent.photos * size)).toFixed(3),
  });
  return {
    rows: [row('streamed write, fsync', plain), row('the same, encoded anew', encoding)],
    notes: [
      `${sent.photos} photos of ${Math.round(size / 1000)} KB, one in ${CUT_EVERY} cut off half-way and resumed; three to a report`,
    ],
  };
}

async function reportWithPhotos(server, town, picture, index, sent) {
  const { token } = town.people.cadre;
  const photoIds = [];
  for (let n = 0; n < PHOTOS; n++) photoIds.push(await upload(server.url, token, picture, index * PHOTOS + n, sent));
  const body = { ...reportBody(town, index), photoIds };
  const answer = await call(`${server.url}/api/hazards`, { method: 'POST', token, key: randomUUID(), body });
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
}

async function upload(url, token, picture, index, sent) {
  const id = randomUUID().replace(/^(.{14})./, '$17');
  const announcement = { id, bytes: picture.length, sm3: createHash('sm3').update(picture).digest('hex') };
  const announce = async () => {
    const answer = await call(`${url}/api/photos`, { method: 'POST', token, key: id, body: announcement });
    if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
    return JSON.parse(answer.text).missing;
  };
  await announce();
  if (index % CUT_EVERY === 0) sent.bytes += await sendHalf(`${url}/api/photos/${id}/parts/0`, token, picture);
  for (const part of await announce()) {
    await put(`${url}/api/photos/${id}/parts/${part}`, token, picture);
    sent.bytes += picture.length;
  }
  sent.photos += 1;
  return id;
}

async function put(url, token, bytes) {
  const answer = await callRaw(url, { method: 'PUT', token, bytes });
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
}

/** Noise, so that its size can be chosen: about what a phone sends after it has shrunk a photo. */
async function pictureOf200Kilobytes() {
  const sharp = require('sharp');
  const noise = { type: 'gaussian', mean: 128, sigma: 12 };
  const make = (quality) =>
    sharp({ create: { width: 1280, height: 960, channels: 3, background: '#808080', noise } })
      .jpeg({ quality })
      .toBuffer();
  for (let quality = 90; quality > 5; quality -= 3) {
    const made = await make(quality);
    if (made.length <= 205_000) return made;
  }
  throw new Error('no picture came out small enough');
}
