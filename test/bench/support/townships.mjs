// Generated townships, each with what a report needs: a village, an enterprise, a cadre, its head, 安监站, 分管; written straight to the tables.
import { createHash, randomUUID } from 'node:crypto';
import { built } from './built.mjs';

const COUNTY = '150101';
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** Display numbers begin high, so that none is also a number of the chain. */
const FIRST_NUMBER = 5000;

const PEOPLE = [
  { role: 'cadre', kind: 'village-cadre', at: 'village', unit: 'government' },
  { role: 'head', kind: 'enterprise-head', at: 'village', unit: 'enterprise' },
  { role: 'station', kind: 'safety-station-head', at: 'township', unit: 'station' },
  { role: 'deputy', kind: 'safety-deputy', at: 'township', unit: 'government' },
  { role: 'secretary', kind: 'party-secretary', at: 'township', unit: 'government' },
];

/** Areas above, the catalogue's post kinds, and `count` townships. Answers who is where. */
export async function fillTownships(database, count, villages = 1) {
  const { openDatabase } = built('platform/database/data-source');
  const { entities } = built('entities');
  const source = await openDatabase({ databaseUrl: database.databaseUrl, dataDir: database.dataDir }, entities);
  const towns = Array.from({ length: count }, (_, index) => town(index, villages));
  const { kinds, rows } = plan(towns);
  await source.transaction(async (tx) => {
    await insert(tx, 'PostKind', kinds);
    for (const [name, list] of Object.entries(rows)) await insert(tx, name, list);
  });
  await source.destroy();
  return towns;
}

async function insert(tx, name, list) {
  const { entities } = built('entities');
  const entity = entities.find((candidate) => candidate.name === name);
  for (let i = 0; i < list.length; i += 200) await tx.insert(entity, list.slice(i, i + 200));
}

function town(index, villages) {
  const code = `${COUNTY}${String(index + 100)}`;
  const people = Object.fromEntries(PEOPLE.map(({ role }) => [role, person()]));
  const units = { government: randomUUID(), station: randomUUID(), enterprise: randomUUID() };
  const villageCodes = Array.from({ length: villages }, (_, number) => `${code}${String(200 + number)}`);
  return { code, village: villageCodes[0], villages: villageCodes, villageUnit: randomUUID(), units, people };
}

function person() {
  const token = randomUUID();
  return { id: randomUUID(), postId: randomUUID(), token, digest: sha256(token) };
}

function plan(towns) {
  const { DEFAULT_CATALOGUE, readCatalogue } = built('duties/catalogue-file');
  const catalogue = readCatalogue(DEFAULT_CATALOGUE).content;
  const kinds = catalogue.postKinds.map(
    ({ key, nameInDocument, currentName, level, singleHolder, profile, reportsTo, line }) => {
      return { key, nameInDocument, currentName, level, singleHolder, profile, reportsTo, line };
    },
  );
  const rows = {
    Area: [{ code: COUNTY, name: '示例县', parentCode: null }],
    Unit: [],
    Person: [],
    Post: [],
    Tenure: [],
    Session: [],
    NumberSeries: [],
  };
  for (const one of towns) addTown(rows, one);
  return { kinds, rows };
}

function addTown(rows, one) {
  const now = new Date();
  rows.Area.push({ code: one.code, name: `示例乡${one.code}`, parentCode: COUNTY });
  for (const code of one.villages) rows.Area.push({ code, name: `示例村${code}`, parentCode: one.code });
  rows.NumberSeries.push({ areaCode: one.code, kind: 'hazard', year: now.getFullYear(), last: FIRST_NUMBER });
  const unit = (id, name, kind, areaCode) =>
    rows.Unit.push({
      id,
      name,
      kind,
      areaCode,
      supervision: 'township',
      trade: kind === 'enterprise' ? 'industry-trade' : null,
    });
  unit(one.units.government, '乡政府', 'government', one.code);
  unit(one.units.station, '安监站', 'station', one.code);
  unit(one.units.enterprise, '示例厂', 'enterprise', one.village);
  unit(one.villageUnit, '示例村', 'village', one.village);
  for (const { role, kind, at, unit: unitName } of PEOPLE) {
    const { id, postId, digest } = one.people[role];
    const areaCode = at === 'village' ? one.village : one.code;
    rows.Person.push({ id, name: `${role}（示例）`, phone: null, managedBy: 'township', createdAt: now });
    rows.Post.push({ id: postId, kindKey: kind, title: kind, unitId: one.units[unitName], areaCode });
    rows.Tenure.push({
      id: randomUUID(),
      tenureId: randomUUID(),
      personId: id,
      postId,
      kind: 'regular',
      areaCode,
      lead: false,
      startsOn: '2020-01-01',
      endsOn: null,
      basis: null,
      recordedAt: now,
      supersededAt: null,
    });
    rows.Session.push({
      id: randomUUID(),
      tokenDigest: digest,
      personId: id,
      device: null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 864e5),
      revokedAt: null,
    });
  }
}

/** The body of a report by the township's cadre, about twenty fields once stored. */
export function reportBody(one, index) {
  return {
    path: 'assigned',
    unitId: one.units.enterprise,
    description: `配电箱前堆放纸箱，箱门打不开，第 ${index} 处`,
    spot: '车间东侧',
    place: { latitude: 39.52, longitude: 112.81, accuracy: 12, system: 'gcj02' },
  };
}
