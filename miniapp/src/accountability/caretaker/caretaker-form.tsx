import { dateOf } from '@zerentian/shared/calendar';
import { useState } from 'react';
import { serverNow } from '../../platform/clock';
import { filled } from '../../platform/form-errors';
import { back } from '../../platform/navigation';
import { useSession } from '../../platform/session';
import { tell } from '../../platform/tell';
import { useDraft } from '../../platform/use-draft';
import { useSubmission } from '../../platform/use-submission';
import { Button } from '../../ui/button';
import { ErrorSummary } from '../../ui/error-summary';
import { FormBar } from '../../ui/form-bar';
import { Form } from '../../ui/primitives/form';
import { appoint } from '../accountability.api';
import { mayAppoint } from '../answer-words';
import { caretakerContract } from './caretaker-contract';
import { PersonField } from './person-field';
import { type CaretakerValues, TenureFields } from './tenure-fields';

interface CaretakerFormProps {
  postId: string;
  areaCode: string;
}

/** Who, from when; until when and by which paper if that is known. */
export function CaretakerForm({ postId, areaCode }: CaretakerFormProps) {
  const [empty] = useState(emptyFrom);
  const { values, change, clear } = useDraft(`caretaker-${postId}`, empty);
  const acting = useSession((state) => state.posts).find((post) => mayAppoint([post], areaCode));
  const { submit, errors, problem, busy } = useSubmission({
    contract: caretakerContract,
    send: appoint,
    onDone: (tenure) => {
      clear();
      tell(`已指定${tenure.personName}临时代管`);
      back();
    },
  });
  const { personName, ...typed } = values;
  const send = () => void submit(filled({ ...typed, actingPostId: acting?.id, postId, kind: 'caretaker' }));
  return (
    <Form onSubmit={send}>
      <ErrorSummary errors={errors} problem={problem} />
      <PersonField
        area={areaCode.slice(0, 9)}
        value={values.personId}
        name={personName}
        error={errors.personId}
        onChange={(person) => change({ personId: person.id, personName: person.name })}
      />
      <TenureFields values={values} errors={errors} onChange={change} />
      <FormBar>
        <Button id="appoint-caretaker" busy={busy} onPress={send}>
          {personName ? `指定${personName}临时代管` : '指定临时负责人'}
        </Button>
      </FormBar>
    </Form>
  );
}

function emptyFrom(): CaretakerValues {
  return { personId: '', personName: '', from: dateOf(serverNow()), until: '', basis: '' };
}
