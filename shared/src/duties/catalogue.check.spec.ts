import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkCatalogue } from './catalogue.check';
import type { CatalogueContent, Duty } from './catalogue.contract';
import { renderReport } from './catalogue.report';

const data = resolve(__dirname, '../../../server/data');
const read = (file: string) => readFileSync(resolve(data, file), 'utf8');
const township = () => JSON.parse(read('catalogues/wu-zheng-fa-2022-9.json')) as CatalogueContent;
const townshipText = read('wu-zheng-fa-2022-9.txt');
const second = () => JSON.parse(read('catalogues/example-second.json')) as CatalogueContent;
const secondText = read('catalogues/example-second.txt');

const dutyOf = (content: CatalogueContent, key: string): Duty => {
  const duty = content.duties.find((entry) => entry.key === key);
  if (!duty) throw new Error(`no duty ${key}`);
  return duty;
};

describe('the catalogues that come with the product', () => {
  it('check clean against their documents', () => {
    expect(checkCatalogue(township(), townshipText).findings).toEqual([]);
    expect(checkCatalogue(second(), secondText).findings).toEqual([]);
  });

  it('judge every piece once and print each with its verdict', () => {
    const report = checkCatalogue(township(), townshipText);
    expect(report.ok).toBe(true);
    expect(report.pieces.filter((row) => row.verdict === 'missing')).toEqual([]);
    const printed = renderReport(report);
    for (const row of report.pieces) expect(printed).toContain(`${row.address}\t`);
    expect(printed).toMatch(/通过：片段119（职责\d+，部分\d+，不设职责\d+），职责118项，错误0，提示0$/);
  });

  it('hold no number that the document does not: only the quarterly duties fall due by themselves', () => {
    const timed = township().duties.filter(
      ({ when }) => when.regular?.type === 'every' || when.regular?.type === 'fixed-days',
    );
    expect(timed.map((duty) => duty.key)).toEqual([
      'station-quarterly-meeting',
      'village-secretary-duty-report',
      'village-director-duty-report',
      'enterprise-head-duty-report',
    ]);
    const readings = township().duties.filter(
      ({ when }) => when.regular?.type === 'unquantified' && when.regular.reading !== null,
    );
    expect(readings).toEqual([]);
  });
});

describe('an odd catalogue', () => {
  it('with a number hidden among words is shown for a second look', () => {
    const content = township();
    dutyOf(content, 'station-quarterly-meeting').when.regular = {
      type: 'unquantified',
      words: '每季度召开一次',
      reading: null,
    };
    const report = checkCatalogue(content, townshipText);
    expect(report.findings).toEqual([expect.objectContaining({ severity: 'notice', code: 'number-ignored' })]);
    expect(report.ok).toBe(true);
  });

  it('that breaks the schema is named by path, and the pieces are still listed', () => {
    const content = township();
    Object.assign(content.postKinds[3] ?? {}, { profile: 'emperor' });
    Object.assign(content, { extra: 1 });
    const report = checkCatalogue(content, townshipText);
    expect(report.findings.map(({ code, where }) => [code, where])).toEqual([
      ['schema', 'postKinds.3.profile'],
      ['schema', '文件'],
    ]);
    expect(report.pieces).toHaveLength(119);
    expect(checkCatalogue('not a catalogue', townshipText).ok).toBe(false);
    expect(renderReport(checkCatalogue(null, townshipText))).toContain('未通过');
  });

  it('is judged against the text it is given, not the one it was written for', () => {
    const report = checkCatalogue(township(), townshipText.replace('每季度召开一次', '每月召开一次'));
    expect(report.findings.map(({ code, where }) => [code, where])).toEqual(
      expect.arrayContaining([
        ['piece-text', '二(二)1#2'],
        ['misquoted', 'station-quarterly-meeting'],
        ['words-not-in-clause', 'station-quarterly-meeting'],
      ]),
    );
  });

  it('with full-width addresses still finds its pieces', () => {
    const content = township();
    for (const piece of content.pieces)
      piece.address = piece.address.replace(/\(/g, '（').replace(/\)/g, '）').replace(/2/g, '２');
    expect(checkCatalogue(content, townshipText).findings).toEqual([]);
  });
});
