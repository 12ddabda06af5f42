import type { ContactGroup, ContactView } from '@zerentian/shared/contacts/contact.contract';
import { tenureKindNames } from '@zerentian/shared/posts/post.contract';
import { CallButton, PersonLine } from '../ui/person-line';
import { Box, Heading } from '../ui/primitives/box';

/** Units with their people; a phone draws so many at a time as the thumb asks for. */
export function ContactGroups({ groups }: { groups: readonly ContactGroup[] }) {
  return (
    <Box className="contacts">
      {groups.map((group) => (
        <Group key={group.unitId} group={group} />
      ))}
    </Box>
  );
}

function Group({ group }: { group: ContactGroup }) {
  return (
    <Box as="section" className="card contacts__group">
      <Box className="row row--spread">
        <Heading level={2} className="contacts__unit">
          {group.unitName}
        </Heading>
        {group.phone && <CallButton bare name={group.unitName} phone={group.phone} />}
      </Box>
      {group.contacts.map((contact) => (
        <PersonLine
          key={`${contact.personId}-${contact.post}`}
          name={contact.name}
          post={contact.post}
          phone={contact.phone}
          vacant={contact.vacant}
          note={heldAs(contact)}
        />
      ))}
    </Box>
  );
}

/** How the post is held, where that is not the usual way. */
function heldAs({ tenureKind }: ContactView): string | undefined {
  return tenureKind && tenureKind !== 'regular' ? tenureKindNames[tenureKind] : undefined;
}
