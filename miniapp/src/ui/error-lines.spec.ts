import { errorLines } from './error-lines';

const names = new Map([
  ['until', '想延到哪一天'],
  ['intoId', '并到哪一条'],
  ['text', '为什么来不及'],
]);

test('lines follow the order of the form, whatever the order of the contract', () => {
  const lines = errorLines({ text: '请填写', unknown: '请选择辖区', until: '请选择日期' }, names);
  expect(lines.map(({ field }) => field)).toEqual(['until', 'text', 'unknown']);
});

test('a message that names no field is named, one that does stands as it is', () => {
  const wordsOf = (errors: Record<string, string>) => errorLines(errors, names).map(({ words }) => words);
  expect(wordsOf({ text: '请填写' })).toEqual(['为什么来不及：请填写']);
  expect(wordsOf({ text: '最多 500 个字' })).toEqual(['为什么来不及：最多 500 个字']);
  expect(wordsOf({ intoId: '请选择并到哪一条' })).toEqual(['请选择并到哪一条']);
  expect(wordsOf({ other: '请填写' })).toEqual(['请填写']);
});
