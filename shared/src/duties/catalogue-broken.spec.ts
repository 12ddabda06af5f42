import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkCatalogue } from './catalogue.check';
import type { CatalogueContent, Duty } from './catalogue.contract';
import type { Finding } from './finding';

const data = resolve(__dirname, '../../../server/data');
const read = (file: string) => readFileSync(resolve(data, file), 'utf8');
const township = () => JSON.parse(read('catalogues/wu-zheng-fa-2022-9.json')) as CatalogueContent;
const townshipText = read('wu-zheng-fa-2022-9.txt');

const dutyOf = (content: CatalogueContent, key: string): Duty => {
  const duty = content.duties.find((entry) => entry.key === key);
  if (!duty) throw new Error(`no duty ${key}`);
  return duty;
};
const pieceOf = (content: CatalogueContent, address: string) => {
  const piece = content.pieces.find((entry) => entry.address === address);
  if (!piece) throw new Error(`no piece ${address}`);
  return piece;
};

/** A copy of the first catalogue with one thing broken, and what the check must say. */
const broken: [string, Finding['code'], string, (content: CatalogueContent) => void][] = [
  [
    'a piece left out',
    'piece-missing',
    '一(一)4#5',
    (c) => c.pieces.splice(c.pieces.indexOf(pieceOf(c, '一(一)4#5')), 1),
  ],
  [
    'a piece that the document does not have',
    'piece-unknown',
    '一(一)9#1',
    (c) => c.pieces.push({ ...pieceOf(c, '一#1'), address: '一(一)9#1' }),
  ],
  ['a piece judged twice', 'piece-twice', '一#1', (c) => c.pieces.push(pieceOf(c, '一#1'))],
  [
    'a piece with other words',
    'piece-text',
    '一#1',
    (c) => Object.assign(pieceOf(c, '一#1'), { text: '进一步明确职责' }),
  ],
  [
    'a misquoted duty',
    'misquoted',
    'cadre-hazard-reports',
    (c) => Object.assign(dutyOf(c, 'cadre-hazard-reports'), { quote: '搞好各类事故隐患信息的上报工作' }),
  ],
  [
    'a quote from another piece',
    'misquoted',
    'head-budget',
    (c) => Object.assign(dutyOf(c, 'head-budget'), { quote: '不断加大安全生产投入' }),
  ],
  [
    'a misquoted support',
    'misquoted',
    'head-budget',
    (c) => Object.assign(dutyOf(c, 'head-budget'), { restsOn: [{ piece: '一(一)2#16', quote: '按照规定' }] }),
  ],
  [
    'a quote over 60 characters',
    'quote-too-long',
    'discipline-joint-handling',
    (c) => {
      const duty = dutyOf(c, 'discipline-joint-handling');
      duty.piece = '三(一)#4';
      duty.quote = pieceOf(c, '三(一)#4').text;
    },
  ],
  [
    'a quote over several pieces',
    'quote-span',
    'head-budget',
    (c) => Object.assign(dutyOf(c, 'head-budget'), { piece: '一(一)2#16', pieceTo: '一(一)2#17' }),
  ],
  [
    'a clause that is not the piece’s',
    'clause-mismatch',
    'head-budget',
    (c) => Object.assign(dutyOf(c, 'head-budget'), { clause: '一(一)3' }),
  ],
  [
    'two duties with the same quote and bearer',
    'quote-and-bearer-twice',
    'again',
    (c) => c.duties.push({ ...dutyOf(c, 'head-budget'), key: 'again' }),
  ],
  [
    'a duty that no piece makes',
    'duty-unlisted',
    'head-budget',
    (c) => Object.assign(pieceOf(c, '一(一)2#17'), { verdict: { type: 'no-duty', why: '略' } }),
  ],
  [
    'a piece that makes an unknown duty',
    'unknown-reference',
    '一(一)2#17',
    (c) => Object.assign(pieceOf(c, '一(一)2#17'), { verdict: { type: 'duty', duties: ['head-budget', 'nobody'] } }),
  ],
  [
    'a duty listed at another piece',
    'piece-verdict',
    '一(一)2#18',
    (c) =>
      Object.assign(pieceOf(c, '一(一)2#18'), { verdict: { type: 'duty', duties: ['head-spending', 'head-budget'] } }),
  ],
  [
    'a support judged as no duty',
    'piece-verdict',
    '一(一)2#16',
    (c) => Object.assign(pieceOf(c, '一(一)2#16'), { verdict: { type: 'no-duty', why: '略' } }),
  ],
  [
    'an unknown bearer',
    'unknown-reference',
    'head-budget',
    (c) => Object.assign(dutyOf(c, 'head-budget'), { bearer: { type: 'post', postKind: 'mayor' } }),
  ],
  [
    'an unknown body',
    'unknown-reference',
    'head-budget',
    (c) => Object.assign(dutyOf(c, 'head-budget'), { bearer: { type: 'body', body: 'council' } }),
  ],
  [
    'an unknown record kind',
    'unknown-reference',
    'head-budget',
    (c) => Object.assign(dutyOf(c, 'head-budget'), { evidence: { type: 'record', recordKind: 'selfie', atLeast: 1 } }),
  ],
  [
    'an unknown scene',
    'unknown-reference',
    'cadre-duty-watch',
    (c) =>
      Object.assign(dutyOf(c, 'cadre-duty-watch').when, {
        inside: [{ scene: 'carnival', cadence: { type: 'kept-up' } }],
      }),
  ],
  [
    'an unknown severity',
    'unknown-reference',
    'discipline-larger-accident',
    (c) => c.events[0]?.severities?.splice(1, 1),
  ],
  [
    'an unknown reading',
    'unknown-reference',
    'head-budget',
    (c) => Object.assign(dutyOf(c, 'head-budget'), { readings: ['by-ear'] }),
  ],
  [
    'a reading of a piece that does not exist',
    'unknown-reference',
    'director',
    (c) => Object.assign(c.readings.find(({ key }) => key === 'director') ?? {}, { piece: '九#9' }),
  ],
  [
    'an unknown superior',
    'unknown-reference',
    'village-cadre',
    (c) => Object.assign(c.postKinds.find(({ key }) => key === 'village-cadre') ?? {}, { reportsTo: 'emperor' }),
  ],
  [
    'superiors in a circle',
    'reports-to-cycle',
    'township-head',
    (c) =>
      Object.assign(c.postKinds.find(({ key }) => key === 'party-secretary') ?? {}, {
        reportsTo: 'safety-deputy',
      }),
  ],
  [
    'a level at which the kind does not exist',
    'unknown-reference',
    'head-budget',
    (c) =>
      Object.assign(dutyOf(c, 'head-budget'), {
        bearer: { type: 'post', postKind: 'township-head', levels: ['village'] },
      }),
  ],
  [
    'a key used twice',
    'key-twice',
    'postKinds.township-head',
    (c) => c.postKinds.push(...c.postKinds.filter(({ key }) => key === 'township-head')),
  ],
  [
    'an invented number for 定期',
    'invented-number',
    'head-hears-reports',
    (c) =>
      Object.assign(dutyOf(c, 'head-hears-reports').when, {
        regular: {
          type: 'every',
          unit: 'month',
          span: 1,
          count: { n: 1, mode: 'exactly' },
          words: '定期',
        },
      }),
  ],
  [
    'an invented count',
    'invented-number',
    'station-quarterly-meeting',
    (c) =>
      Object.assign(dutyOf(c, 'station-quarterly-meeting').when, {
        regular: {
          type: 'every',
          unit: 'quarter',
          span: 1,
          count: { n: 2, mode: 'exactly' },
          words: '每季度召开一次',
        },
      }),
  ],
  [
    'an invented number of staff',
    'invented-number',
    'head-full-time-staff',
    (c) =>
      Object.assign(dutyOf(c, 'head-full-time-staff'), {
        evidence: {
          type: 'figure',
          what: '专职人员',
          bound: 'at-least',
          value: 2,
          unit: '名',
        },
      }),
  ],
  [
    'words that the clause does not say',
    'words-not-in-clause',
    'head-spending',
    (c) =>
      Object.assign(dutyOf(c, 'head-spending').when, {
        regular: { type: 'unquantified', words: '经常', reading: null },
      }),
  ],
  [
    'at least where the document says exactly',
    'count-mode',
    'station-quarterly-meeting',
    (c) =>
      Object.assign(dutyOf(c, 'station-quarterly-meeting').when, {
        regular: {
          type: 'every',
          unit: 'quarter',
          span: 1,
          count: { n: 1, mode: 'at-least' },
          words: '每季度召开一次',
        },
      }),
  ],
  [
    'an act without evidence',
    'nature',
    'head-budget',
    (c) => Object.assign(dutyOf(c, 'head-budget'), { evidence: null }),
  ],
  [
    'a standing responsibility that falls due',
    'nature',
    'head-first-responsible',
    (c) => Object.assign(dutyOf(c, 'head-first-responsible'), { when: { regular: { type: 'kept-up' } } }),
  ],
  [
    'a day that no month has',
    'impossible-date',
    'head-budget',
    (c) =>
      Object.assign(dutyOf(c, 'head-budget').when, {
        regular: {
          type: 'fixed-days',
          days: [{ month: 2, day: 30 }],
          sense: 'on',
          words: '足额',
        },
      }),
  ],
];

describe('a broken catalogue', () => {
  it.each(broken)('%s is named', (_title, code, where, damage) => {
    const content = township();
    damage(content);
    const report = checkCatalogue(content, townshipText);
    expect(report.ok).toBe(false);
    expect(report.findings).toContainEqual(expect.objectContaining({ severity: 'error', code, where }));
  });
});
