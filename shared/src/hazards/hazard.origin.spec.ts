import type { Profile } from '../posts/profile';
import { originTold } from './hazard.origin';

const post = (profile: Profile, unitId: string, line: string | null = null) => ({ profile, unitId, line });
const at = (unitId: string | null, responsibleUnitId: string | null = null) => ({ unitId, responsibleUnitId });

const station = post('station', 'safety-station', 'supervision');
const cadre = post('village-team', 'government');
const head = post('enterprise-head', 'factory');

it('is told to whoever supervises', () => {
  for (const reader of [station, post('member', 'safety-station', 'supervision'), cadre, post('leader', 'government')])
    expect(originTold('public', at('factory'), [reader])).toBe('public');
});

it.each([
  ['the head of the enterprise', [head]],
  ['the head of any enterprise', [post('enterprise-head', 'mill')]],
  ['the head of a village', [post('village-head', 'village')]],
  ['a member of a village', [post('member', 'village')]],
  ['a cadre who heads the enterprise as well', [cadre, head]],
  ['nobody’s post', []],
])('is a matter of the township to %s', (_, posts) => {
  expect(originTold('public', at('factory'), posts)).toBe('patrol');
});

it('is not told to the station that must put it right, but to 安监站 also of itself', () => {
  const clinic = post('station', 'clinic', 'sector');
  expect(originTold('public', at(null, 'clinic'), [clinic])).toBe('patrol');
  expect(originTold('public', at('shop'), [clinic])).toBe('public');
  expect(originTold('public', at(null, 'safety-station'), [station])).toBe('public');
});

it('leaves every other origin as it is', () => {
  for (const origin of ['patrol', 'inspection', 'self-check'] as const)
    expect(originTold(origin, at('factory'), [head])).toBe(origin);
});
