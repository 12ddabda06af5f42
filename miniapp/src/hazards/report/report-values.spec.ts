import { reportHazard } from '@zerentian/shared/hazards/hazard.contract';
import { profiles } from '@zerentian/shared/posts/profile';
import type { StandardView } from '@zerentian/shared/standards/standard.contract';
import { pathsFor } from '../report-paths';
import { emptyReport, isBrief, pathOf, postFor, type ReportValues, reportInput, withStandard } from './report-values';

const ID = '01890000-0000-7000-8000-000000000001';
const ALL = pathsFor({ profile: 'village-team' });
const typed = (part: Partial<ReportValues>): ReportValues => ({ ...emptyReport(ID), ...part });
const photo = { id: ID, source: 'x', state: 'stored', done: 1, parts: 1 } as const;

describe('pathOf', () => {
  it('refers a line without a unit, and hands over once a unit is named', () => {
    expect(pathOf(typed({ description: '电线裸露' }), ALL)).toBe('referred');
    expect(pathOf(typed({ unitId: ID }), ALL)).toBe('assigned');
  });

  it('keeps to what was chosen', () => {
    expect(pathOf(typed({ unitId: ID, path: 'fixed' }), ALL)).toBe('fixed');
    expect(pathOf(typed({ unitId: ID, path: 'referred' }), ALL)).toBe('referred');
  });

  it('never lets a village head hand over, nor anybody fix or hand over a suspected 重大', () => {
    expect(pathOf(typed({ unitId: ID, path: 'assigned' }), pathsFor({ profile: 'village-head' }))).toBe('referred');
    expect(pathOf(typed({ unitId: ID, path: 'fixed', level: 'suspected-major' }), ALL)).toBe('referred');
  });
});

describe('pathsFor', () => {
  it.each(profiles)('lets %s refer, unless they only watch', (profile) => {
    const watches = profile === 'administrator' || profile === 'county';
    expect(pathsFor({ profile }).includes('referred')).toBe(!watches);
  });

  it('offers nothing to nobody', () => {
    expect(pathsFor(undefined)).toEqual([]);
  });
});

describe('postFor', () => {
  const posts = [
    { id: 'a', areaCode: '140621200200' },
    { id: 'b', areaCode: '140621200202' },
  ];
  const at = (areaCode: string, unitArea = '') => ({ areaCode, unitArea });

  it('is the post acted in while that reaches the place, or none is named', () => {
    expect(postFor(at(''), posts, 'b')?.id).toBe('b');
    expect(postFor(at('140621200202'), posts, 'b')?.id).toBe('b');
    expect(postFor(at('140621200202'), [{ id: 't', areaCode: '140621200' }, ...posts], 't')?.id).toBe('t');
  });

  it('follows the village, and the unit before the village', () => {
    expect(postFor(at('140621200202'), posts, 'a')?.id).toBe('b');
    expect(postFor(at('140621200200', '140621200202'), posts, 'a')?.id).toBe('b');
  });

  it('stays where it is when no post reaches there, for the server to say so', () => {
    expect(postFor(at('140621200209'), posts, 'b')?.id).toBe('b');
    expect(postFor(at('140621200209'), [], null)).toBeUndefined();
  });
});

describe('reportInput', () => {
  it('is accepted with one line, or with one photo', () => {
    expect(reportHazard.safeParse(reportInput(typed({ description: '电线裸露' }), 'referred', ID)).success).toBe(true);
    expect(reportHazard.safeParse(reportInput(typed({ photos: [photo] }), 'referred', undefined)).success).toBe(true);
    expect(reportHazard.safeParse(reportInput(typed({}), 'referred', ID)).success).toBe(false);
  });

  it('sends nothing that belongs to another path', () => {
    const all = typed({ description: 'x', unitId: ID, remedy: '已改', afterPhotos: [photo], deadline: '2026-12-08' });
    expect(reportInput(all, 'referred', ID)).not.toHaveProperty('remedy');
    expect(reportInput(all, 'referred', ID)).not.toHaveProperty('deadline');
    expect(reportInput(all, 'assigned', ID)).toMatchObject({ deadline: '2026-12-08', unitId: ID });
    expect(reportInput(all, 'fixed', ID)).toMatchObject({ remedy: '已改', afterPhotoIds: [ID] });
  });

  it('says that a village answers only for what the collective owns', () => {
    const input = reportInput(typed({ description: 'x', unitId: ID, unitKind: 'village' }), 'assigned', ID);
    expect(input).toMatchObject({ ownership: 'collective' });
  });

  it('leaves the area to the unit where one is named', () => {
    const input = reportInput(typed({ description: 'x', unitId: ID, areaCode: '140621200200' }), 'assigned', ID);
    expect(input).not.toHaveProperty('areaCode');
  });
});

describe('isBrief', () => {
  const village = '140621200200';
  it.each([
    ['网格员 of a village', 'member', village, true],
    ['its head', 'village-head', village, true],
    ['a member of a township station', 'member', '140621200', false],
    ['包村干部, who hand over', 'village-team', village, false],
  ] as const)('%s', (_, profile, areaCode, brief) => {
    expect(isBrief({ whole: false }, { profile, areaCode })).toBe(brief);
    expect(isBrief({ whole: true }, { profile, areaCode })).toBe(false);
  });
});

describe('withStandard', () => {
  const entry: StandardView = {
    id: ID,
    areaCode: null,
    kind: 'judging',
    trade: 'gas',
    wording: '没有取得许可就充装',
    level: 'suspected-major',
    basis: '示例标准',
    clause: '第三条',
    verified: false,
    advice: '停止充装',
    active: true,
    replacesId: null,
    updatedAt: '2026-11-23T00:00:00.000Z',
  };

  it('fills in what, how grave, by which clause and of which trade, and is accepted so', () => {
    const values = typed(withStandard({ description: '' }, entry));
    const input = reportInput(values, pathOf(values, ALL), undefined);
    expect(reportHazard.safeParse(input).data).toMatchObject({
      path: 'referred',
      description: entry.wording,
      level: 'suspected-major',
      standardClause: '示例标准 第三条',
      trade: 'gas',
    });
  });

  it('leaves what was written, and the trade of the unit goes before its own', () => {
    const general = { ...entry, level: 'general' as const };
    const values = typed({ description: '气瓶乱放', ...withStandard({ description: '气瓶乱放' }, general) });
    expect(values.description).toBe('气瓶乱放');
    const input = reportInput({ ...values, unitTrade: 'catering-retail' }, 'referred', undefined);
    expect(input).toMatchObject({ standardClause: '示例标准 第三条' });
    expect(input).not.toHaveProperty('trade');
  });
});
