import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CatalogueContent, catalogueContent, type Duty } from './catalogue.contract';
import { catalogueSchema } from './catalogue-schema';

const folder = resolve(__dirname, '../../../server/data/catalogues');
const stored = JSON.parse(readFileSync(resolve(folder, 'example-second.json'), 'utf8')) as CatalogueContent;

/** What a second township's document says that the first does not: each shape, and the duty or list that carries it. */
const dutyShapes: [string, (duty: Duty) => boolean][] = [
  ['each member of a body', ({ bearer }) => bearer.type === 'each-member'],
  [
    'a body as a whole with its own count',
    ({ bearer, when }) => bearer.type === 'body' && when.regular?.type === 'every' && when.regular.count.n === 2,
  ],
  ['one act discharges all', ({ bearer }) => bearer.type === 'several' && bearer.discharge === 'any'],
  ['each of several must act', ({ bearer }) => bearer.type === 'several' && bearer.discharge === 'all'],
  ['a class of units', ({ bearer }) => bearer.type === 'unit-class'],
  ['whoever is on the roster', ({ bearer }) => bearer.type === 'roster' && bearer.role === 'on-duty'],
  ['the roster inside a season', ({ bearer }) => bearer.type === 'roster' && bearer.scene === 'flood-season'],
  ['anyone', ({ bearer }) => bearer.type === 'anyone'],
  ['in person only', ({ bearer }) => bearer.type === 'post' && bearer.performance?.type === 'in-person'],
  ['through a delegate', ({ bearer }) => bearer.type === 'post' && bearer.performance?.type === 'delegable'],
  ['the same kind at several levels', ({ bearer }) => bearer.type === 'post' && bearer.levels?.length === 2],
  [
    'daily with a clock time inside a scene',
    ({ when }) => when.inside?.[0]?.cadence.type === 'every' && when.inside[0].cadence.by === '18:00',
  ],
  [
    'weekly, at least',
    ({ when }) =>
      when.regular?.type === 'every' && when.regular.unit === 'week' && when.regular.count.mode === 'at-least',
  ],
  ['each 旬', ({ when }) => when.regular?.type === 'every' && when.regular.unit === 'ten-days'],
  [
    'every two years',
    ({ when }) => when.regular?.type === 'every' && when.regular.unit === 'year' && when.regular.span === 2,
  ],
  [
    'fixed days',
    ({ when }) => when.regular?.type === 'fixed-days' && when.regular.days.length === 2 && when.regular.sense === 'on',
  ],
  ['before a fixed day', ({ when }) => when.regular?.type === 'fixed-days' && when.regular.sense === 'not-later-than'],
  ['another cadence inside a season', ({ when }) => when.regular?.type === 'every' && when.inside !== undefined],
  ['regular plus as needed', ({ when }) => when.regular?.type === 'every' && when.asNeeded !== undefined],
  [
    'a word without a number, with the township’s reading',
    ({ when }) => when.regular?.type === 'unquantified' && when.regular.reading !== null,
  ],
  [
    'an event from a severity on, within minutes',
    ({ when }) =>
      when.triggers?.[0]?.type === 'event' &&
      when.triggers[0].severityFrom === 'orange' &&
      when.triggers[0].due.type === 'within',
  ],
  ['a count within a period', ({ when }) => when.triggers?.[0]?.type === 'count-within'],
  ['another duty’s act', ({ when }) => when.triggers?.[0]?.type === 'duty-act'],
  ['a deadline set on the instance', ({ when }) => when.triggers?.[0]?.due.type === 'set-on-instance'],
  ['an immediate duty with the township’s reading', ({ when }) => when.triggers?.[0]?.due.type === 'unquantified'],
  ['a condition on the unit', ({ condition }) => condition?.on === 'unit'],
  ['a figure to be reached', ({ evidence }) => evidence?.type === 'figure'],
  [
    'any of, with all of inside',
    ({ evidence }) => evidence?.type === 'any-of' && evidence.of.some((part) => part.type === 'all-of'),
  ],
  ['a signature', ({ evidence }) => evidence?.type === 'signature'],
  ['零报告', ({ evidence }) => evidence?.type === 'any-of' && evidence.of.some((part) => part.type === 'zero-report')],
  ['a register that is kept up', ({ evidence }) => evidence?.type === 'register'],
  ['a record with a content', ({ evidence }) => evidence?.type === 'record' && evidence.with?.[0] === 'decision'],
  ['a standing responsibility', ({ nature }) => nature === 'standing'],
  ['a prohibition', ({ nature }) => nature === 'prohibition'],
  ['a control indicator per trade', ({ indicator }) => indicator?.trade !== undefined],
  ['上级收回', ({ category }) => category.value === 'withdrawn'],
  ['a grace', ({ grace }) => grace !== null],
  ['a duty that rests on several sentences', ({ restsOn }) => (restsOn?.length ?? 0) > 1],
  ['an argued quote over two pieces', ({ pieceTo, quoteArgued }) => pieceTo !== undefined && quoteArgued !== undefined],
  ['a recorded reading', ({ readings }) => readings !== undefined],
];

describe('the second document', () => {
  const read = catalogueContent.parse(JSON.parse(JSON.stringify(catalogueContent.parse(stored))));

  it('comes back from the contract exactly as it was written', () => {
    expect(read).toEqual(stored);
  });

  it.each(dutyShapes)('says %s, and it survives the round trip', (_title, shape) => {
    const written = stored.duties.filter(shape);
    expect(written.length).toBeGreaterThan(0);
    expect(read.duties.filter(shape)).toEqual(written);
  });

  it('brings post kinds of its own and an office held by two others', () => {
    expect(read.postKinds.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['forest-ranger', 'persuader', 'grid-leader']),
    );
    expect(read.postKinds.find(({ key }) => key === 'fire-commander')?.byVirtueOf).toEqual([
      'party-secretary',
      'township-head',
    ]);
  });

  it('scores in every way: deducted, added, left to the scorer, all or nothing, gates, weights, vetoes', () => {
    const rules = read.scoring.items.flatMap((item) => item.rules.map((rule) => rule.type));
    expect(new Set(rules)).toEqual(new Set(['add', 'deduct', 'range', 'all-or-nothing']));
    expect(read.scoring.gates.map((gate) => gate.effect.type)).toEqual(['not-scored', 'capped']);
    expect(read.scoring.groups[0]?.parts.length).toBe(2);
    expect(read.scoring.vetoes[0]?.unitClasses).toEqual(['enterprises']);
  });

  it('has one sentence that makes several duties', () => {
    const sentences = new Map<string, number>();
    for (const { clause } of read.duties) sentences.set(clause, (sentences.get(clause) ?? 0) + 1);
    expect(sentences.get('二(三)3')).toBe(2);
  });
});

describe('the contract', () => {
  it.each([
    ['an unknown profile', (c: CatalogueContent) => Object.assign(c.postKinds[0] ?? {}, { profile: 'emperor' })],
    ['an unknown field', (c: CatalogueContent) => Object.assign(c.duties[0] ?? {}, { deadline: '明天' })],
    [
      'an unknown cadence',
      (c: CatalogueContent) => Object.assign(c.duties[1] ?? {}, { when: { regular: { type: 'sometimes' } } }),
    ],
    [
      'a clock time that no clock shows',
      (c: CatalogueContent) => Object.assign(c.duties[1]?.when.regular ?? {}, { by: '25:00' }),
    ],
    [
      'several bearers that are one',
      (c: CatalogueContent) =>
        Object.assign(c.duties[0] ?? {}, { bearer: { type: 'several', discharge: 'any', of: [] } }),
    ],
    ['a key in capitals', (c: CatalogueContent) => Object.assign(c.duties[0] ?? {}, { key: 'Überwachung' })],
  ])('refuses %s', (_title, damage) => {
    const copy = structuredClone(stored);
    damage(copy);
    expect(catalogueContent.safeParse(copy).success).toBe(false);
  });

  it('is what the stored JSON Schema says', () => {
    const schema: unknown = JSON.parse(readFileSync(resolve(folder, 'catalogue.schema.json'), 'utf8'));
    expect(schema).toEqual(JSON.parse(JSON.stringify(catalogueSchema())));
  });
});
