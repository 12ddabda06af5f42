import type { DutyRecordView } from '@zerentian/shared/duty-records/duty-record.contract';
import { useEffect, useState } from 'react';
import { PhotoPicker } from '../../photos/photo-picker';
import { allStored } from '../../photos/photo-store';
import { newId } from '../../platform/id';
import { useActingPost, useSession } from '../../platform/session';
import { useDraft } from '../../platform/use-draft';
import { useSubmission } from '../../platform/use-submission';
import { DraftForm } from '../../ui/draft-form';
import { Field, TextArea } from '../../ui/field';
import { recordDuty } from '../duty-records.api';
import { KindField } from './kind-field';
import { MoreFields } from './more-fields';
import { emptyRecord, postFor, recordForm, recordInput } from './record-values';
import { WhereField } from './where-field';

interface RecordFormProps {
  /** The kind that a link asks for (from 今日), or empty. */
  kind: string;
  /** The post that the link's duty lies on, or empty. */
  postId: string;
  onDelivered: (record: DutyRecordView) => void;
}

/** What, where, one line; everything else is there for whoever has it at hand. */
export function RecordForm({ kind, postId, onDelivered }: RecordFormProps) {
  const draft = useRecordDraft(kind);
  const { values, change } = draft;
  const posts = useSession((state) => state.posts);
  const held = useActingPost();
  const acting = posts.find((post) => post.id === postId) ?? held;
  const sending = useSubmission({
    contract: recordForm,
    send: recordDuty,
    onDone: (record) => {
      draft.clear();
      onDelivered(record);
    },
  });
  const areaCode = values.areaCode || acting?.areaCode || '';
  const send = () => void sending.submit(recordInput({ ...values, areaCode }, postFor(areaCode, posts, acting)));
  const { errors } = sending;
  return (
    <DraftForm
      id="submit-record"
      verb="记下来"
      draft={draft}
      sending={sending}
      waiting={!allStored(values.photos)}
      onSend={send}
    >
      <KindField value={values.kind} error={errors.kind} onChange={(chosen) => change({ kind: chosen })} />
      <WhereField
        value={areaCode}
        error={errors.areaCode}
        onChange={(chosen) => change({ areaCode: chosen, unitId: '', unitName: '' })}
      />
      <TextArea
        id="text"
        label="一句话说明"
        placeholder="例如：到三户养殖户查用电，换掉一处老化插座"
        rows={2}
        value={values.text}
        error={errors.text}
        onChange={(text) => change({ text })}
      />
      <Field id="photoIds" label="照片" optional error={errors.photoIds}>
        <PhotoPicker id="photoIds" photos={values.photos} onChange={(photos) => change({ photos })} />
      </Field>
      <MoreFields values={values} errors={errors} onChange={change} />
    </DraftForm>
  );
}

/** The draft; a link that asks for a kind wins over what an earlier draft held. */
function useRecordDraft(kind: string) {
  const [empty] = useState(() => ({ ...emptyRecord(newId()), kind }));
  const draft = useDraft('record-duty', empty);
  const { values, change } = draft;
  const [asked] = useState(kind !== '' && values.kind !== kind);
  useEffect(() => {
    if (asked) change({ kind });
  }, [asked, kind, change]);
  return draft;
}
