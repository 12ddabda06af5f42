import type { StaffedPostView } from '../posts/post.contract';
import type { UnitView } from '../units/unit.contract';
import type { ContactGroup, ContactView } from './contact.contract';

export type ContactUnit = Pick<UnitView, 'id' | 'name' | 'kind' | 'areaCode' | 'phone'>;

const KINDS: readonly UnitView['kind'][] = [
  'party',
  'government',
  'office',
  'discipline',
  'committee',
  'station',
  'resident',
  'county',
  'village',
  'enterprise',
];

/**
 * 通讯录 as people look for it: by unit, the township first, then villages, then enterprises. A village's 包村干部 and 包村领导 stand with
 * the village, not with the body they come from. Who holds several posts in a group is one contact. Units without a post are left out.
 * `depthOf`: how many kinds stand above one.
 */
export function groupContacts(
  units: readonly ContactUnit[],
  posts: readonly StaffedPostView[],
  depthOf: (kind: string) => number,
): ContactGroup[] {
  const villages = new Map(units.filter((unit) => unit.kind === 'village').map((unit) => [unit.areaCode, unit.id]));
  const groupOf = (post: StaffedPostView) =>
    (post.profile === 'village-team' ? villages.get(post.areaCode) : undefined) ?? post.unitId;
  const ranked = posts.toSorted(
    (a, b) => RANK.indexOf(a.profile) - RANK.indexOf(b.profile) || depthOf(a.kind) - depthOf(b.kind),
  );
  const byUnit = new Map<string, StaffedPostView[]>();
  for (const post of ranked) byUnit.set(groupOf(post), [...(byUnit.get(groupOf(post)) ?? []), post]);
  return units
    .toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
    .map(({ id, name, kind, areaCode, phone }) => ({
      kind: kind === 'village' || kind === 'enterprise' ? kind : ('township' as const),
      unitId: id,
      unitName: name,
      areaCode,
      phone,
      contacts: contactsOf(byUnit.get(id) ?? [], name),
    }))
    .filter((group) => group.contacts.length > 0);
}

const RANK: readonly StaffedPostView['profile'][] = [
  'leader',
  'deputy',
  'village-head',
  'village-team',
  'enterprise-head',
  'station',
  'office',
  'discipline',
  'county',
  'member',
  'administrator',
];

/** In the village's own group its name need not stand before every title. */
function contactsOf(posts: readonly StaffedPostView[], unitName: string): ContactView[] {
  const contacts = new Map<string, ContactView>();
  for (const post of posts) {
    const title = post.title.startsWith(unitName) ? post.title.slice(unitName.length) || post.title : post.title;
    if (post.vacant)
      contacts.set(post.id, { personId: null, name: null, phone: null, post: title, tenureKind: null, vacant: true });
    for (const { personId, name, phone, tenureKind } of post.holders) {
      const known = contacts.get(personId);
      if (known) contacts.set(personId, { ...known, post: `${known.post}、${title}` });
      else contacts.set(personId, { personId, name, phone, post: title, tenureKind, vacant: false });
    }
  }
  return [...contacts.values()];
}
