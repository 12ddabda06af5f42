import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRules } from '@zerentian/server/rules/rules-files';
import { signedIn } from '../support/actors';
import { call } from '../support/client';
import { rosterSpec } from '../support/small-roster';

const { app, people } = rosterSpec();

test('nobody unknown reads the rules', async () => {
  expect(await call(app, 'GET', '/api/rules', {})).toMatchObject({ status: 401 });
});

test('every number is shown with its unit, its source and whether that was read', async () => {
  const cadre = await signedIn(app, people.villageCadre.personId);
  const { status, body } = await cadre.get('/api/rules');
  expect(status).toBe(200);
  expect(body.rules).toContainEqual({
    key: 'assess',
    name: '安监站初判',
    value: 2,
    unit: 'working-days',
    source: expect.stringContaining('产品默认值'),
    verified: false,
    own: false,
  });
  expect(body.escalation.map((rung: { to: string }) => rung.to)).toContain('discipline');
  expect(body.holidays).toContainEqual(
    expect.objectContaining({ year: 2026, number: '国办发明电〔2025〕7号', verified: true }),
  );
});

describe('an installation’s own rules', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'zerentian-rules-'));
  const own = (content: unknown) => {
    const dataDir = folder();
    writeFileSync(join(dataDir, 'rules.json'), typeof content === 'string' ? content : JSON.stringify(content));
    return dataDir;
  };
  const sourced = { source: '示例县〔2026〕1号', verified: true };

  test('replace single numbers and leave the others', () => {
    const rules = readRules(own({ rules: { assess: { value: 1, unit: 'calendar-days', ...sourced } } }));
    expect(rules.values.assess).toEqual({ value: 1, unit: 'calendar-days', ...sourced });
    expect(rules.values.approve.value).toBe(2);
    expect([...rules.own]).toEqual(['assess']);
    expect(rules.escalation.length).toBeGreaterThan(0);
  });

  test('replace the rungs as a whole', () => {
    const rung = { key: 'only', case: 'any', to: 'deputy', after: 1, unit: 'working-days', ...sourced };
    expect(readRules(own({ escalation: [rung] })).escalation).toEqual([rung]);
  });

  test('bring the calendar of another year', () => {
    const dataDir = folder();
    mkdirSync(join(dataDir, 'holidays'));
    const known = JSON.parse(readFileSync(join(__dirname, '../../server/data/holidays/2026.json'), 'utf8'));
    const next = { ...known, year: 2027, off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }], work: [] };
    writeFileSync(join(dataDir, 'holidays/2027.json'), JSON.stringify(next));
    expect(readRules(dataDir).years.map((it) => it.year)).toEqual([2025, 2026, 2027]);
  });

  const good = { value: 1, unit: 'working-days', ...sourced };
  const rung = { key: 'only', case: 'any', to: 'deputy', after: 1, unit: 'working-days', ...sourced };
  test.each<[string, unknown, string]>([
    ['no JSON', '{', '不是 JSON'],
    ['an unknown number', { rules: { asess: good } }, 'rules.asess 没有这一项'],
    ['an unknown part', { deadlines: {} }, 'deadlines 没有这一项'],
    ['no number', { rules: { assess: { ...good, value: '2' } } }, 'rules.assess.value 应为整数'],
    ['a number below nothing', { rules: { assess: { ...good, value: -1 } } }, 'rules.assess.value 不能小于 0'],
    ['a unit that makes no sense', { rules: { assess: { ...good, unit: 'percent' } } }, 'rules.assess.unit 单位应为'],
    [
      'more than all',
      { rules: { 'spot-check-share': { ...good, unit: 'percent', value: 101 } } },
      'value 不能大于 100',
    ],
    ['no source', { rules: { assess: { value: 1, unit: 'hours', verified: true } } }, 'rules.assess.source 请填写'],
    ['a rung for nobody', { escalation: [{ ...rung, to: 'mayor' }] }, 'escalation.0.to to 应为'],
    ['a rung twice', { escalation: [rung, rung] }, 'escalation.1.key only 写了两次'],
    ['hours where days count', { escalation: [{ ...rung, unit: 'hours' }] }, 'escalation.0.unit 单位应为'],
  ])('that hold %s are refused by the name of the key', (_words, content, message) => {
    expect(() => readRules(own(content))).toThrow(message);
  });
});
