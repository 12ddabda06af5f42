import { newToken } from '@zerentian/server/platform/auth/token';
import { call } from '../support/client';
import {
  type DescribedField,
  type DescribedWrite,
  describedWrites,
  isFreeText,
  wrongTypes,
} from '../support/described-writes';
import { footprint } from '../support/footprint';
import { forSpec } from '../support/for-spec';
import { startTownship } from '../support/township';

// Some two thousand requests, one by one.
jest.setTimeout(180_000);

/** Whatever cannot be taken is refused by every write that the API describes, at its field, and leaves nothing behind. */
const town = forSpec(() => startTownship());
let writes: DescribedWrite[];
let before: Record<string, string[]>;

beforeAll(async () => {
  writes = await describedWrites(town);
  before = await footprint(town);
});
afterEach(async () => expect(await footprint(town)).toEqual(before));

/** Sign-in takes whoever comes. */
const OPEN = ['/api/one-time-codes', '/api/sessions', '/api/sessions/wechat', '/api/sessions/wechat/bind'];
/** So does whoever has scanned a code. */
const isOpenPath = (path: string) => OPEN.includes(path) || path.startsWith('/api/public/');
/** What is only ever digested may hold any character. */
const SECRETS = ['password', 'currentPassword', 'newPassword'];
/** The only text longer than 10,000 characters that is taken: a quarter’s summary. */
const LONG = 'POST /api/work-summary/pdf text';
/** Known for what it is only by the service. */
const PERIOD = 'period';
/** What no person writes, and what may be left empty. */
const WORDLESS = ['login', 'code', 'phoneCode', 'device', PERIOD];

/** Sends a body to a write; answers what is wrong with the refusal, or nothing if the field is named. */
async function unnamed({ name, path }: DescribedWrite, body: unknown, field: string): Promise<string[]> {
  const answer = await town.as.administrator.post(path, body);
  const named: string[] = (answer.body?.errors ?? []).map((error: { path: string }) => error.path);
  const isNamed = named.some((it) => it === field || it.startsWith(`${field}.`));
  const isRight = answer.status === 422 && answer.body.code === 'invalid_input' && isNamed;
  return isRight
    ? []
    : [`${name} ${JSON.stringify(body).slice(0, 80)}: ${answer.status} ${answer.body?.code} ${named}`];
}

/** The same for values of every field that is chosen. */
async function wrongly(
  chosen: (field: DescribedField) => boolean,
  values: (field: DescribedField, write: DescribedWrite) => unknown[],
): Promise<{ asked: number; wrong: string[] }> {
  const wrong: string[] = [];
  let asked = 0;
  for (const write of writes) {
    for (const field of write.fields.filter(chosen)) {
      for (const value of values(field, write)) {
        asked++;
        wrong.push(...(await unnamed(write, field.holding(value), field.path)));
      }
    }
  }
  return { asked, wrong };
}

test('a wrong type in any field of any write', async () => {
  const { asked, wrong } = await wrongly(() => true, wrongTypes);
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(500);
});

test('10,000 characters in any text', async () => {
  const { asked, wrong } = await wrongly(isFreeText, ({ path }, { name }) => [
    '字'.repeat(`${name} ${path}` === LONG ? 20_001 : 10_000),
    '𠮷'.repeat(`${name} ${path}` === LONG ? 20_001 : 10_000),
  ]);
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(60);
});

test('control characters, overrides of direction and halves of characters in any text', async () => {
  const isKept = (field: DescribedField) => isFreeText(field) && ![...SECRETS, PERIOD].includes(field.path);
  const { asked, wrong } = await wrongly(isKept, () => ['a\u0000b', 'a\u0007b', 'a\u009fb', 'a\u202eb', 'a\ud83db']);
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(150);
});

test('a text in which there is nothing to see', async () => {
  const isProse = (field: DescribedField) => isFreeText(field) && ![...SECRETS, ...WORDLESS].includes(field.path);
  const { asked, wrong } = await wrongly(isProse, () => ['', ' \n\t', '\u200b\ufeff', '\u3000']);
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(100);
});

test('a period that is none is named too, once the rest of the body can be read', async () => {
  for (const period of ['a\u0000b', 'never', '2026-13', '𠮷', '']) {
    const { status, body } = await town.as.villageCadre.post('/api/work-summary/pdf', { period, text: '示例' });
    expect([status, body.code, body.errors[0].path]).toEqual([422, 'invalid_input', PERIOD]);
  }
});

test('a field that nobody knows, and required ones that are missing', async () => {
  const wrong: string[] = [];
  for (const write of writes) {
    for (const field of write.required) wrong.push(...(await unnamed(write, {}, field)));
    wrong.push(...(await unnamed(write, { colour: 'red' }, 'colour')));
  }
  expect(wrong).toEqual([]);
});

test.each([
  ['a list', []],
  ['a text', 'x'],
  ['a number', 5],
])('%s instead of a body', async (_, body) => {
  for (const { name, path } of writes) {
    const { status, body: problem } = await town.as.administrator.post(path, body);
    expect([name, status, problem.code]).toEqual([name, 422, 'invalid_input']);
  }
});

test.each([
  ['none', undefined],
  ['nonsense', 'nonsense'],
  ['that of another installation', newToken()],
])('no session: the token is %s', async (_, token) => {
  for (const { name, path } of writes) {
    const { status, body } = await call(town, 'POST', path, { token, body: {} });
    const isOpen = isOpenPath(path);
    expect([name, status, body.code]).toEqual([name, ...(isOpen ? [422, 'invalid_input'] : [401, 'not_signed_in'])]);
  }
});

test('a session that has expired', async () => {
  town.clock.set(new Date(Date.now() + 31 * 86_400_000));
  for (const { name, path } of writes.filter((write) => !isOpenPath(write.path))) {
    const { status, body } = await town.as.administrator.post(path, {});
    expect([name, status, body.code]).toEqual([name, 401, 'session_expired']);
  }
});

test('an id in the path that is none', async () => {
  const withId = writes.filter(({ name }) => name.includes('{'));
  expect(withId.length).toBeGreaterThan(15);
  for (const { name } of withId) {
    for (const id of ['1', '..%2F..%2Fetc%2Fpasswd', "'%20OR%201=1", '0193B5A0-0000-7000-8000-00000000DEAD']) {
      const answer = await town.as.administrator.post(name.replace('POST ', '').replace(/\{\w+\}/, id), {});
      expect([name, id, answer.status, answer.body.code]).toEqual([name, id, 422, 'invalid_input']);
    }
  }
});
