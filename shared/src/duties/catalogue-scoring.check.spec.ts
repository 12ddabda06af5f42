import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CatalogueContent } from './catalogue.contract';
import { checkScoring } from './catalogue-scoring.check';
import type { Grade, Scoring } from './scoring.contract';

const file = resolve(__dirname, '../../../server/data/catalogues/example-second.json');
const content = () => JSON.parse(readFileSync(file, 'utf8')) as CatalogueContent;
const codes = (change: (scoring: Scoring) => void) => {
  const copy = content();
  change(copy.scoring);
  return checkScoring(copy).map((finding) => finding.code);
};
const grade = (name: string, from: number, to: number, fromIncluded = true, toIncluded = false): Grade => ({
  name,
  from,
  fromIncluded,
  to,
  toIncluded,
});

it('accepts grades that cover the range once', () => {
  expect(codes(() => {})).toEqual([]);
});

it.each<[string, Grade[], string[]]>([
  ['a hole between two grades', [grade('高', 90, 100, true, true), grade('低', 0, 85)], ['grade-hole']],
  ['a single mark that belongs to neither', [grade('高', 90, 100, false, true), grade('低', 0, 90)], ['grade-hole']],
  ['an overlap', [grade('高', 80, 100, true, true), grade('低', 0, 90)], ['grade-overlap']],
  [
    'a mark that belongs to both',
    [grade('高', 90, 100, true, true), grade('低', 0, 90, true, true)],
    ['grade-overlap'],
  ],
  ['nothing at the bottom', [grade('高', 60, 100, true, true)], ['grade-hole']],
  ['nothing at the top', [grade('高', 60, 100), grade('低', 0, 60)], ['grade-hole']],
  ['bounds upside down', [grade('高', 100, 60)], ['grade-bounds']],
])('names %s', (_title, grades, expected) => {
  expect(codes((scoring) => Object.assign(scoring, { grades: grades }))).toEqual(expected);
});

it('names weights that do not add up, ranges upside down and a foreign group', () => {
  expect(codes((scoring) => Object.assign(scoring.groups[0] ?? {}, { weight: 50 }))).toEqual(['weights']);
  expect(
    codes((scoring) => Object.assign(scoring.items[3] ?? {}, { rules: [{ type: 'range', from: 9, to: 1 }] })),
  ).toEqual(['score-range']);
  expect(codes((scoring) => Object.assign(scoring.items[0] ?? {}, { group: 'none' }))).toEqual(['unknown-reference']);
});
