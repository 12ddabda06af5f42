import type { StaffedPostView } from '../posts/post.contract';
import { type ContactUnit, groupContacts } from './contact.rule';

const unit = (id: string, kind: ContactUnit['kind'], areaCode = '140621200'): ContactUnit => ({
  id,
  name: id,
  kind,
  areaCode,
  phone: null,
});
const holder = (name: string) => ({
  tenureId: '1',
  personId: name,
  name,
  phone: '1',
  tenureKind: 'regular' as const,
  lead: false,
  from: '2026-01-01',
  until: null,
});
const post = (title: string, change: Partial<StaffedPostView>): StaffedPostView => ({
  id: title,
  kind: 'k',
  kindName: 'k',
  title,
  profile: 'leader',
  line: null,
  unitId: 'hall',
  unitName: 'hall',
  areaCode: '140621200',
  areaName: '',
  trades: [],
  holders: [holder('甲')],
  vacant: false,
  ...change,
});
const flat = () => 0;

test('township, villages, enterprises; a unit without a post is left out', () => {
  const units = [
    unit('厂', 'enterprise'),
    unit('村', 'village', '140621200200'),
    unit('hall', 'government'),
    unit('空', 'station'),
  ];
  const posts = [post('负责人', { unitId: '厂' }), post('书记', { unitId: '村' }), post('乡长', {})];
  expect(groupContacts(units, posts, flat).map((it) => [it.kind, it.unitName])).toEqual([
    ['township', 'hall'],
    ['village', '村'],
    ['enterprise', '厂'],
  ]);
});

test('the team of a village stands with the village, and its name is not said before every title', () => {
  const units = [unit('hall', 'government'), unit('某村', 'village', '140621200200')];
  const posts = [post('某村包村干部', { profile: 'village-team', areaCode: '140621200200' })];
  expect(groupContacts(units, posts, flat)).toEqual([
    expect.objectContaining({ unitName: '某村', contacts: [expect.objectContaining({ post: '包村干部' })] }),
  ]);
});

test('two posts of one person are one contact, the higher first; a vacant one stays', () => {
  const posts = [
    post('主任', { kind: 'low' }),
    post('书记', { kind: 'high' }),
    post('委员', { holders: [], vacant: true }),
  ];
  const [group] = groupContacts([unit('hall', 'government')], posts, (kind) => (kind === 'low' ? 1 : 0));
  expect(group?.contacts.map((it) => [it.post, it.vacant])).toEqual([
    ['书记、主任', false],
    ['委员', true],
  ]);
});
