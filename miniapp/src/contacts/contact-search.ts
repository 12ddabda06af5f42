import type { ContactGroup } from '@zerentian/shared/contacts/contact.contract';

/** Township first, as people look for it; or one kind alone. */
export const contactKinds = ['township', 'village', 'enterprise'] as const;
export type ContactKind = (typeof contactKinds)[number];

export const contactKindNames: Record<ContactKind, string> = { township: '乡', village: '村', enterprise: '企业' };

/**
 * The groups that hold every word (a name, a post, a unit, digits of a phone). A unit whose own name matches shows everybody in
 * it, otherwise only who matches. While something is searched for, the kind chosen does not narrow.
 */
export function found(groups: readonly ContactGroup[], words: string, kind: ContactKind): ContactGroup[] {
  const wanted = words.trim().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return groups.filter((group) => group.kind === kind);
  return groups.flatMap((group) => {
    const inUnit = wanted.filter((word) => !group.unitName.includes(word) && !group.phone?.includes(word));
    if (inUnit.length === 0) return [group];
    const contacts = group.contacts.filter((contact) => {
      const text = `${contact.name ?? '岗位空缺'} ${contact.post} ${contact.phone ?? ''}`;
      return inUnit.every((word) => text.includes(word));
    });
    return contacts.length > 0 ? [{ ...group, contacts }] : [];
  });
}

/** How many people and vacant posts the groups hold. */
export function countOf(groups: readonly ContactGroup[]): number {
  return groups.reduce((sum, group) => sum + group.contacts.length, 0);
}
