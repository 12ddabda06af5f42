import { dateOf } from '@zerentian/shared/calendar';
import { useState } from 'react';
import { serverNow } from '../../platform/clock';
import { filled } from '../../platform/form-errors';
import { back } from '../../platform/navigation';
import { useSession } from '../../platform/session';
import { tell } from '../../platform/tell';
import { useDraft } from '../../platform/use-draft';
import { useSubmission } from '../../platform/use-submission';
import { DraftForm } from '../../ui/draft-form';
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
  const draft = useDraft(`caretaker-${postId}`, empty);
  const { values, change } = draft;
  const acting = useSession((state) => state.posts).find((post) => mayAppoint([post], areaCode));
  const sending = useSubmission({
    contract: caretakerContract,
    send: appoint,
    onDone: (tenure) => {
      draft.clear();
      tell(`已指定${tenure.personName}临时代管`);
      back();
    },
  });
  const { personName, ...typed } = values;
  const send = () => void sending.submit(filled({ ...typed, actingPostId: acting?.id, postId, kind: 'caretaker' }));
  return (
    <DraftForm
      id="appoint-caretaker"
      verb={personName ? `指定${personName}临时代管` : '指定临时负责人'}
      draft={draft}
      sending={sending}
      onSend={send}
    >
      <PersonField
        area={areaCode.slice(0, 9)}
        value={values.personId}
        name={personName}
        error={sending.errors.personId}
        onChange={(person) => change({ personId: person.id, personName: person.name })}
      />
      <TenureFields values={values} errors={sending.errors} onChange={change} />
    </DraftForm>
  );
}

function emptyFrom(): CaretakerValues {
  return { personId: '', personName: '', from: dateOf(serverNow()), until: '', basis: '' };
}
