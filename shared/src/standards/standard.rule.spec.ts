import * as z from 'zod/mini';
import { reportHazard } from '../hazards/hazard.contract';
import { createStandard, type StandardView } from './standard.contract';
import { basisWords, isWanted, searchWords } from './standard.rule';

const entry: StandardView = {
  id: '01930000-0000-7000-8000-000000000001',
  areaCode: null,
  kind: 'judging',
  trade: 'industry-trade',
  wording: '有限空间作业未履行审批',
  level: 'suspected-major',
  basis: '工贸企业重大事故隐患判定标准 GB',
  clause: '第十三条',
  verified: false,
  advice: '先通风、再检测、后作业',
  active: true,
  replacesId: null,
  updatedAt: '2026-11-23T00:00:00.000Z',
};
const wanted = (part: object) => isWanted(entry, { q: '', trade: '', ...part });

test('every word must be there, in whatever part, capital or small', () => {
  expect(wanted({ q: '有限空间 通风' })).toBe(true);
  expect(wanted({ q: 'gb 第十三条' })).toBe(true);
  expect(wanted({ q: '有限空间 烟花' })).toBe(false);
});

test('trade, kind and level narrow; an entry without a trade holds in every trade', () => {
  expect(wanted({ trade: 'industry-trade' })).toBe(true);
  expect(wanted({ trade: 'gas' })).toBe(false);
  expect(isWanted({ ...entry, trade: null }, { q: '', trade: 'gas' })).toBe(true);
  expect(wanted({ kind: 'common' })).toBe(false);
  expect(wanted({ level: 'general' })).toBe(false);
});

test('white space parts words, and only the first five count', () => {
  expect(searchWords('  配电箱　电线\t')).toEqual(['配电箱', '电线']);
  expect(searchWords('a b c d e f')).toHaveLength(5);
});

test('document and clause in one line', () => {
  expect(basisWords(entry)).toBe('工贸企业重大事故隐患判定标准 GB 第十三条');
  expect(basisWords({ basis: null, clause: null })).toBe('');
});

test('whatever document and clause an entry may have, a hazard takes them as its standardClause', () => {
  const longest = {
    kind: 'judging',
    wording: '示例',
    level: 'general',
    basis: '𠮷'.repeat(100),
    clause: '条'.repeat(80),
  };
  const { basis = null, clause = null } = z.parse(createStandard, longest);
  const report = { description: '示例', level: 'suspected-major', standardClause: basisWords({ basis, clause }) };
  expect(z.safeParse(reportHazard, report).success).toBe(true);
});
