import { check } from '../../platform/form-errors';
import { emptyRecord, kindsInOrder, postFor, type RecordValues, recordForm, recordInput } from './record-values';

const ID = '01890000-0000-7000-8000-000000000001';
const NOW = { occurredAt: '2026-11-23T02:30:00.000Z', clockOffset: 0 };
const typed = (part: Partial<RecordValues>): RecordValues => ({
  ...emptyRecord(ID),
  kind: 'safety-inspection',
  text: '查了三户',
  ...part,
});
const judged = (values: RecordValues, time = NOW) => check(recordForm, { ...recordInput(values, ID), ...time });

describe('recordForm', () => {
  it('needs a kind and a line, and no more', () => {
    expect(judged(typed({}))).toMatchObject({ ok: true, value: { text: '查了三户', ...NOW } });
    expect(judged(typed({ kind: '', text: ' ' }))).toMatchObject({
      ok: false,
      errors: { kind: '请选择做了什么事', text: '请写一句做了什么' },
    });
  });

  it('keeps the contract’s words for what is there and wrong', () => {
    expect(judged(typed({ text: '长'.repeat(2001) }))).toEqual({ ok: false, errors: { text: '最多 2000 个字' } });
  });

  it('places an earlier day at noon in Shanghai, and keeps the moment for today', () => {
    expect(judged(typed({ doneOn: '2026-11-20' }))).toMatchObject({
      value: { occurredAt: '2026-11-20T04:00:00.000Z' },
    });
    expect(judged(typed({ doneOn: '2026-11-23' }))).toMatchObject({ value: NOW });
  });

  it('says an earlier day in the phone’s own time, which the offset corrects', () => {
    const slow = { occurredAt: '2025-11-23T02:30:00.000Z', clockOffset: 365 * 24 * 3600_000 };
    expect(judged(typed({ doneOn: '2026-11-20' }), slow)).toMatchObject({
      value: { occurredAt: '2025-11-20T04:00:00.000Z' },
    });
    expect(judged(typed({ doneOn: '2026-11-23' }), slow)).toMatchObject({ value: slow });
  });

  it('asks 补录 for the day on the paper and for where the original lies', () => {
    const paper = judged(typed({ isPaper: true, doneOn: '2026-03-01', original: '村委会档案柜' }));
    expect(paper).toMatchObject({ value: { ...NOW, paper: { doneOn: '2026-03-01', original: '村委会档案柜' } } });
    const missing = judged(typed({ isPaper: true }));
    expect(missing).toEqual({ ok: false, errors: { paper: '请选择纸上的日期', original: '请写明原件在哪里' } });
  });
});

describe('recordInput', () => {
  it('leaves the place to the unit where one is named, and sends nothing empty', () => {
    expect(recordInput(typed({ areaCode: '140621200200', unitId: ID }), undefined)).toEqual({
      id: ID,
      kind: 'safety-inspection',
      text: '查了三户',
      unitId: ID,
    });
  });
});

describe('kindsInOrder', () => {
  const kinds = ['study', 'inspection', 'watch'].map((key) => ({ key, name: key }));
  const duty = (postKind: string, ...keys: string[]) => ({
    postKinds: [postKind],
    recordKinds: keys.map((key) => ({ key, name: key })),
  });

  it('puts what my duties ask for first, the most wanted before the rest', () => {
    const duties = [
      duty('team', 'watch'),
      duty('team', 'inspection'),
      duty('team', 'inspection'),
      duty('mayor', 'study'),
    ];
    const { mine, others } = kindsInOrder(kinds, duties, ['team']);
    expect(mine.map(({ key }) => key)).toEqual(['inspection', 'watch']);
    expect(others.map(({ key }) => key)).toEqual(['study']);
  });

  it('has none of mine while the duties are not known', () => {
    expect(kindsInOrder(kinds, [], ['team'])).toEqual({ mine: [], others: kinds });
  });
});

describe('postFor', () => {
  const [a, b] = [
    { id: 'a', areaCode: '140621200200' },
    { id: 'b', areaCode: '140621200201' },
  ];

  it('acts in the post that reaches the place', () => {
    expect(postFor('140621200201', [a, b], a)).toBe('b');
    expect(postFor('140621200200', [a, b], a)).toBe('a');
    expect(postFor('', [a, b], b)).toBe('b');
    expect(postFor('140621200209', [a, b], a)).toBe('a');
  });
});
