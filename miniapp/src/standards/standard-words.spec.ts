import { areaOfEditor, authorWords, basisLine } from './standard-words';

const entry = { basis: '示例标准', clause: '第三条', verified: false } as Parameters<typeof basisLine>[0];

test('what nobody compared with the text says so', () => {
  expect(basisLine(entry)).toBe('示例标准 第三条（未核实原文）');
  expect(basisLine({ ...entry, verified: true })).toBe('示例标准 第三条（已核对原文）');
  expect(basisLine({ ...entry, basis: null, clause: null })).toBe('日常经验');
});

test('whose entry it is', () => {
  expect([null, '140621', '140621200'].map((areaCode) => authorWords({ areaCode }))).toEqual([
    '系统自带',
    '县级',
    '本乡',
  ]);
});

test('安监站 writes for its township, the county for its own, nobody else', () => {
  const post = (profile: string, line: string | null, areaCode: string) => ({ profile, line, areaCode }) as never;
  expect(
    areaOfEditor([post('member', 'territorial', '140621200200'), post('member', 'supervision', '140621200')]),
  ).toBe('140621200');
  expect(areaOfEditor([post('county', null, '140621')])).toBe('140621');
  expect(areaOfEditor([post('station', 'sector', '140621200'), post('administrator', null, '140621200')])).toBe('');
});
