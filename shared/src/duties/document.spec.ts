import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { piecesOf, plainText, readDocument } from './document';

const source = readFileSync(resolve(__dirname, '../../../server/data/wu-zheng-fa-2022-9.txt'), 'utf8');
const addresses = (text: string) => readDocument(text).clauses.map((clause) => clause.address);
const codes = (text: string) => readDocument(text).problems.map((problem) => problem.code);

describe('the township document', () => {
  const document = readDocument(source);

  it('is read into clauses with the addresses of its own numbering', () => {
    expect(document.clauses.map((clause) => clause.address)).toEqual([
      ...['标题', '前言', '一', '一(一)', '一(一)1', '一(一)2', '一(一)3', '一(一)4'],
      ...['一(二)', '一(二)1', '一(二)2', '一(二)3', '一(二)4', '一(二)5', '一(二)6'],
      ...['二', '二(一)', '二(二)', '二(二)1', '二(二)2', '二(二)3', '三', '三(一)', '三(二)', '落款'],
    ]);
    expect(document.problems).toEqual([]);
  });

  it('loses nothing but white space', () => {
    expect(plainText(document)).toBe(source.replace(/\s/g, ''));
    const joined = document.clauses
      .map(
        ({ label, sentences }) =>
          label + sentences.flatMap(({ pieces }) => pieces.map(({ text, mark }) => text + mark)).join(''),
      )
      .join('');
    expect(joined).toBe(plainText(document));
  });

  it('is cut at 。； and then at ，', () => {
    const piece = piecesOf(document).find((entry) => entry.address === '一(一)2#18');
    expect(piece).toEqual({ address: '一(一)2#18', text: '不断加大安全生产投入', mark: '；' });
    expect(piecesOf(document).filter(({ text }) => /[。；，]/.test(text))).toEqual([]);
    const cuts = (source.match(/[。；，]/g) ?? []).length;
    expect(piecesOf(document).filter(({ mark }) => mark !== '').length).toBe(cuts);
  });

  it('puts a heading and the paragraph under it into one clause', () => {
    const clause = document.clauses.find(({ address }) => address === '二(一)');
    expect(clause?.sentences.map(({ paragraph }) => paragraph)).toEqual([0, 1, 1, 1]);
  });
});

describe('cutting', () => {
  it('leaves a closing quotation mark with what it closes, and numbers whole', () => {
    const [clause] = readDocument('一、做到“早发现；”然后,投入1,000元,结束！好').clauses;
    expect(clause?.sentences.map(({ pieces }) => pieces.map(({ text, mark }) => text + mark))).toEqual([
      ['做到“早发现；”'],
      ['然后,', '投入1,000元,', '结束！'],
      ['好'],
    ]);
  });

  it('keeps traditional characters as they are and says so', () => {
    const text = '一、黨委負責安全生產；政府組織檢查。';
    expect(plainText(readDocument(text))).toBe(text);
    expect(codes(text)).toEqual(['traditional-characters']);
  });
});

describe('numbering', () => {
  it('is read in full-width digits and brackets, with half-width addresses and the label as written', () => {
    const document = readDocument(
      '一、总则\n（一）职责\n１．巡查。\n（１）每日一次。\n２、3日内上报。\n３．15日内复查。',
    );
    expect(document.clauses.map(({ address }) => address)).toEqual([
      '一',
      '一(一)',
      '一(一)1',
      '一(一)1(1)',
      '一(一)2',
      '一(一)3',
    ]);
    expect(document.clauses.map(({ label }) => label)).toEqual(['一、', '（一）', '１．', '（１）', '２、', '３．']);
    expect(document.clauses.at(-1)?.text).toBe('15日内复查。');
  });

  it('does not take a decimal for a number', () => {
    expect(addresses('一、投入\n1.5万元。')).toEqual(['一']);
  });

  it('shows a gap, a repeat and a paragraph without a number instead of guessing', () => {
    expect(codes('一、甲\n1、做甲。\n3、做丙。')).toEqual(['numbering-gap']);
    const twice = readDocument('一、甲\n1、做甲。\n1、做乙。');
    expect(twice.problems.map(({ code }) => code)).toEqual(['number-twice']);
    expect(twice.clauses.map(({ address }) => address)).toEqual(['一', '一1', '一1*2']);
    expect(codes('一、甲\n1、做甲。\n做没有编号的事。')).toEqual(['unnumbered-paragraph']);
  });

  it('addresses paragraphs of a document whose numbers are all lost', () => {
    const document = readDocument('某乡人民政府\n关于安全的通知\n各村要检查。\n各站所要上报。');
    expect(document.clauses.map(({ address }) => address)).toEqual(['标题', '段1', '段2']);
    expect(document.problems.map(({ code }) => code)).toEqual(['no-numbering']);
  });

  it('shows a flattened table and an empty document', () => {
    expect(codes('一、分工\n书记\t总负责\t每月')).toEqual(['table']);
    expect(codes(' \n\n')).toEqual(['empty']);
  });

  it('takes no signature where the text does not end with a date', () => {
    expect(addresses('一、甲\n1、做甲。\n某乡人民政府\n2022年4月')).not.toContain('落款');
    expect(addresses('一、甲\n1、做甲。\n某乡人民政府\n二〇二二年四月八日')).toContain('落款');
  });
});
