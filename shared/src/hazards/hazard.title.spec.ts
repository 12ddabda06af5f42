import { firstCharacters, titleOf } from './hazard.title';

test('a title ends between characters, never within one', () => {
  const description = `a${'𠮷'.repeat(80)}`;
  expect(titleOf({ description, number: '1' })).toBe(`a${'𠮷'.repeat(59)}`);
  expect(firstCharacters('𠮷🔥字', 2)).toBe('𠮷🔥');
  expect(firstCharacters('字', 2)).toBe('字');
});

test('photos alone are called by the number', () => {
  expect(titleOf({ description: null, number: '140621200-2026-0012' })).toBe('隐患 140621200-2026-0012');
});
