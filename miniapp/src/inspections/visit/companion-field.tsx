import { useState } from 'react';
import { useContacts } from '../../contacts/contacts.api';
import { useSession } from '../../platform/session';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { List } from '../../ui/list';
import { Box } from '../../ui/primitives/box';
import { Pressable } from '../../ui/primitives/pressable';
import { Sheet } from '../../ui/sheet';
import type { VisitStepProps } from './index';

/** Who went along: officials of the township, from the kept 通讯录. */
export function CompanionField({ values, onChange, error }: VisitStepProps & { error?: string }) {
  const [open, setOpen] = useState(false);
  const { companions } = values;
  const names = companions.map((person) => person.name).join('、');
  const without = (personId: string) => companions.filter((person) => person.personId !== personId);
  return (
    <Field id="companionIds" label="同去的检查人员" optional error={error}>
      <Pressable
        id="companionIds"
        className={names ? 'control control--select' : 'control control--select control--empty'}
        onPress={() => setOpen(true)}
        label={`同去的检查人员：${names || '没有就不选'}`}
      >
        {names || '没有就不选'}
      </Pressable>
      <Sheet id="companions-sheet" open={open} title="谁同去" closeText="选好了" onClose={() => setOpen(false)}>
        <Officials
          chosen={companions.map((person) => person.personId)}
          onToggle={(personId, name) => {
            const has = companions.some((person) => person.personId === personId);
            onChange({ companions: has ? without(personId) : [...companions, { personId, name }] });
          }}
        />
      </Sheet>
      {companions.length > 0 && (
        <Button kind="quiet" small onPress={() => onChange({ companions: [] })}>
          不写同去的人
        </Button>
      )}
    </Field>
  );
}

function Officials({ chosen, onToggle }: { chosen: string[]; onToggle: (personId: string, name: string) => void }) {
  const me = useSession((state) => state.person?.id);
  const groups = (useContacts().data?.groups ?? []).filter((group) => group.kind !== 'enterprise');
  const people = groups.flatMap((group) => group.contacts);
  const once = [...new Map(people.map((contact) => [contact.personId, contact])).values()];
  return (
    <List label="人员">
      {once.map(({ personId, name, post }) =>
        personId === null || name === null || personId === me ? null : (
          <Box as="li" key={personId} className="list__row">
            <Pressable
              className="list-item list-item--link"
              role="checkbox"
              pressed={chosen.includes(personId)}
              onPress={() => onToggle(personId, name)}
            >
              <Box className="list-item__text">{`${chosen.includes(personId) ? '✓ ' : ''}${name}`}</Box>
              <Box className="list-item__note">{post}</Box>
            </Pressable>
          </Box>
        ),
      )}
    </List>
  );
}
