import type { ContactGroup } from '@zerentian/shared/contacts/contact.contract';
import { countOf, found } from './contact-search';

const contact = (name: string | null, post: string, phone: string | null) => ({
  personId: name,
  name,
  phone,
  post,
  tenureKind: null,
  vacant: name === null,
});
const group = (kind: ContactGroup['kind'], unitName: string, ...contacts: ContactGroup['contacts']): ContactGroup => ({
  kind,
  unitId: unitName,
  unitName,
  areaCode: '140621200',
  phone: null,
  contacts,
});
const groups = [
  group('township', '安监站', contact('王示例', '站长', '13900000001')),
  group('village', '甲村', contact('李示例', '村党支部书记', '13900000002'), contact(null, '村委会主任', null)),
  group('enterprise', '甲村石料厂', contact('张示例', '主要负责人', '13900000003')),
];
const units = (words: string) => found(groups, words, 'township').map(({ unitName }) => unitName);

describe('found', () => {
  it('shows one kind while nothing is searched for, and all kinds once something is', () => {
    expect(units(' ')).toEqual(['安监站']);
    expect(units('甲村')).toEqual(['甲村', '甲村石料厂']);
  });

  it('finds by name, post and digits, and then shows only who matches', () => {
    expect(found(groups, '李', 'township')).toEqual([{ ...groups[1], contacts: [groups[1]?.contacts[0]] }]);
    expect(units('0003')).toEqual(['甲村石料厂']);
    expect(units('甲村 主任')).toEqual(['甲村']);
  });

  it('finds vacant posts by the word', () => {
    expect(found(groups, '空缺', 'township').flatMap((it) => it.contacts)).toEqual([groups[1]?.contacts[1]]);
  });

  it('finds nothing for what nobody has', () => {
    expect(units('赵')).toEqual([]);
  });

  it('counts people and vacant posts', () => {
    expect(countOf(groups)).toBe(4);
  });
});
