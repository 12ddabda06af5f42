import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { viewDocument, viewDuties } from '@zerentian/shared/duties/duty-views';
import { contentsOf, countMine, onlyMine, readingOf } from './reading';

/** The township's own document, as the server cuts it; `mine`: what lies on 民政站. */
const data = resolve(__dirname, '../../../server/data');
const catalogue = JSON.parse(readFileSync(`${data}/catalogues/wu-zheng-fa-2022-9.json`, 'utf8'));
const source = readFileSync(`${data}/wu-zheng-fa-2022-9.txt`, 'utf8');
const { clauses } = viewDocument(catalogue, source);
const duties = viewDuties(catalogue).map((duty) => ({
  ...duty,
  bearer: duty.bearer.label,
  mine: duty.clause === '一(二)5',
}));
const reading = readingOf({ clauses, duties });
const at = (address: string) => reading.find((clause) => clause.address === address);

describe('readingOf', () => {
  it('loses no word of the document', () => {
    const bare = (text: string) => text.replace(/\s/g, '');
    const words = reading.map(({ label, heading, paragraphs }) =>
      [label, heading ?? '', ...paragraphs.flat().map(({ text }) => text)].join(''),
    );
    expect(bare(words.join(''))).toBe(bare(source));
  });

  it('tells headings from paragraphs', () => {
    expect(at('一(一)')).toMatchObject({ heading: '党政主要领导干部安全生产工作职责', depth: 2, paragraphs: [] });
    expect(at('一(一)1')).toMatchObject({ heading: null, depth: 3 });
    expect(at('三(一)')).toMatchObject({ heading: null, depth: 2 });
    expect(at('二(一)')).toMatchObject({ heading: '完善落实党政领导干部安全生产责任体系' });
  });

  it('marks what is mine, and nothing else', () => {
    expect(at('一(二)5')?.mine).toBe(true);
    expect(reading.filter((clause) => clause.mine)).toHaveLength(1);
    expect(countMine(reading)).toBe(1);
  });

  it('leads from every sentence that makes a duty to that duty', () => {
    const known = new Set(duties.map(({ key }) => key));
    const named = reading.flatMap((clause) => clause.paragraphs.flat()).flatMap((sentence) => sentence.duties);
    expect(new Set(named)).toEqual(known);
  });
});

describe('onlyMine', () => {
  it('shows my sentences under their headings', () => {
    expect(onlyMine(reading).map(({ address }) => address)).toEqual(['一', '一(二)', '一(二)5']);
  });
});

describe('contentsOf', () => {
  it('names the headings with their numbers', () => {
    expect(contentsOf(reading).map(({ text, depth }) => [depth, text])).toEqual([
      [1, '一、进一步明确党政领导干部安全生产工作职责'],
      [2, '(一)党政主要领导干部安全生产工作职责'],
      [2, '(二)各站所工作职责'],
      [1, '二、建立健全严格落实安全生产“党政同责、一岗双责”制度的体制机制'],
      [2, '(一)完善落实党政领导干部安全生产责任体系'],
      [2, '(二)建立健全安全生产责任落实工作机制'],
      [1, '三、加强安全生产“党政同责、一岗双责”工作考核管理'],
    ]);
  });
});
