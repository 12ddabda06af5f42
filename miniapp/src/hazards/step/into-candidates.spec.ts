import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { sampleHazard } from '../sample-hazard';
import { candidatesFor } from './into-candidates';

const here = { id: 'here', unitId: 'factory', trade: 'fire' };
const one = (id: string, part: Partial<HazardView> = {}): HazardView =>
  sampleHazard({ id, number: `N-${id}`, ...part });

describe('candidatesFor', () => {
  it('leaves itself out, and puts the same unit before the same trade before the rest', () => {
    const open = [one('other'), one('trade', { trade: 'fire' }), one('here'), one('unit', { unitId: 'factory' })];
    expect(candidatesFor(here, open, '').shown.map(({ id }) => id)).toEqual(['unit', 'trade', 'other']);
  });

  it('finds by number and by words, all of them', () => {
    const open = [one('a', { description: '配电箱没有盖' }), one('b', { description: '配电箱漏水' })];
    expect(candidatesFor(here, open, 'N-b').shown.map(({ id }) => id)).toEqual(['b']);
    expect(candidatesFor(here, open, '配电箱 盖').shown.map(({ id }) => id)).toEqual(['a']);
  });

  it('takes capital and small letters alike, and what was answered twice once', () => {
    const found = one('a', { description: 'LNG储罐', unitId: 'factory' });
    expect(candidatesFor(here, [found, { ...found }], 'lng').shown.map(({ id }) => id)).toEqual(['a']);
  });

  it('shows few at once, and says how many are left', () => {
    const many = Array.from({ length: 20 }, (_, index) => one(String(index)));
    const { shown, left } = candidatesFor(here, many, '');
    expect([shown.length, left]).toEqual([12, 8]);
  });
});
