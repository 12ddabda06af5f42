import type { PersonView } from '@zerentian/shared/people/person.contract';
import { useState } from 'react';
import { Field } from '../../ui/field';
import { List } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { Box, Span } from '../../ui/primitives/box';
import { Pressable } from '../../ui/primitives/pressable';
import { TextField } from '../../ui/primitives/text-input';
import { Sheet } from '../../ui/sheet';
import { EmptyState, Skeleton } from '../../ui/states';
import { usePersons } from '../accountability.api';

interface PersonFieldProps {
  area: string;
  value: string;
  name: string;
  error: string | undefined;
  onChange: (person: PersonView) => void;
}

/** One person of the roster, found by a few characters of the name or the phone. */
export function PersonField({ area, value, name, error, onChange }: PersonFieldProps) {
  const [open, setOpen] = useState(false);
  return (
    <Field id="personId" label="由谁临时负责" error={error}>
      <Pressable
        id="personId"
        className={value ? 'control control--select' : 'control control--select control--empty'}
        onPress={() => setOpen(true)}
        label={`由谁临时负责：${name || '从名册选人'}`}
      >
        {name || '从名册选人'}
      </Pressable>
      <Sheet id="person-sheet" open={open} title="由谁临时负责" onClose={() => setOpen(false)}>
        <PersonSearch
          area={area}
          onChoose={(person) => {
            setOpen(false);
            onChange(person);
          }}
        />
      </Sheet>
    </Field>
  );
}

function PersonSearch({ area, onChoose }: { area: string; onChoose: (person: PersonView) => void }) {
  const [words, setWords] = useState('');
  const query = usePersons(area, words.trim());
  return (
    <Box className="stack">
      <TextField id="person-search" type="search" placeholder="输入姓名或电话" value={words} onChange={setWords} />
      <Loaded query={query} skeleton={<Skeleton lines={4} />}>
        {(people) =>
          people.length === 0 ? (
            <EmptyState title="没有找到">换几个字试试；名册里没有的人请联系管理员登记。</EmptyState>
          ) : (
            <List label="人员">
              {people.map((person) => (
                <Box as="li" key={person.id} className="list__row">
                  <Pressable className="list-item list-item--link" onPress={() => onChoose(person)}>
                    <Span className="list-item__text">{person.name}</Span>
                    {person.phone && <Span className="list-item__aside">{person.phone}</Span>}
                  </Pressable>
                </Box>
              ))}
            </List>
          )
        }
      </Loaded>
    </Box>
  );
}
