import { useState } from 'react';
import { useDuties } from '../../duties/duties.api';
import { useSession } from '../../platform/session';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { Field } from '../../ui/field';
import { Box } from '../../ui/primitives/box';
import { Skeleton } from '../../ui/states';
import { useRecordKinds } from '../duty-records.api';
import { kindsInOrder } from './record-values';

interface KindFieldProps {
  value: string;
  error: string | undefined;
  onChange: (kind: string) => void;
}

/** What was done: the kinds that my duties ask for in sight, the others one tap away. */
export function KindField({ value, error, onChange }: KindFieldProps) {
  const { data: kinds, isPending } = useRecordKinds();
  const { data: duties = [] } = useDuties();
  const posts = useSession((state) => state.posts);
  const [all, setAll] = useState(false);
  const { mine, others } = kindsInOrder(
    kinds ?? [],
    duties,
    posts.map((post) => post.kind),
  );
  const closed = mine.length > 0 && !all && !others.some(({ key }) => key === value);
  const shown = closed ? mine : [...mine, ...others];
  return (
    <Field id="kind" label="做了什么事" error={error}>
      {isPending ? (
        <Skeleton lines={2} />
      ) : (
        <Choices
          id="kind"
          label="做了什么事"
          value={value}
          options={shown.map(({ key, name }) => ({ value: key, text: name }))}
          onChange={onChange}
        />
      )}
      {closed && others.length > 0 && (
        <Box>
          <Button kind="quiet" small onPress={() => setAll(true)}>
            {`看其他类别（${others.length}）`}
          </Button>
        </Box>
      )}
    </Field>
  );
}
