import { useEffect, useState } from 'react';
import { PhotoPicker } from '../../photos/photo-picker';
import { newId } from '../../platform/id';
import type { OutboxItem } from '../../platform/outbox/outbox-item';
import { useOutboxForm } from '../../platform/outbox/use-outbox-form';
import { useActingPost, useSession } from '../../platform/session';
import { useDraft } from '../../platform/use-draft';
import { DraftForm } from '../../ui/draft-form';
import { Field, TextArea } from '../../ui/field';
import { RECORDS_STALE, useRecordKinds } from '../duty-records.api';
import { KindField } from './kind-field';
import { MoreFields } from './more-fields';
import { emptyRecord, postFor, recordForm, recordInput } from './record-values';
import { WhereField } from './where-field';

const DRAFT = 'record-duty';

interface RecordFormProps {
  /** The kind that a link asks for (from 今日), or empty. */
  kind: string;
  /** The post that the link's duty lies on, or empty. */
  postId: string;
  onKept: (item: OutboxItem) => void;
}

/** What, where, one line; everything else is there for whoever has it at hand. */
export function RecordForm({ kind, postId, onKept }: RecordFormProps) {
  const draft = useRecordDraft(kind);
  const { values, change } = draft;
  const posts = useSession((state) => state.posts);
  const held = useActingPost();
  const acting = posts.find((post) => post.id === postId) ?? held;
  const kinds = useRecordKinds();
  const sending = useOutboxForm({
    contract: recordForm,
    act: () => ({
      title: `履职记录 · ${kinds.data?.find(({ key }) => key === values.kind)?.name ?? ''}`,
      about: values.text,
      path: '/duty-records',
      subject: `duty-record:${values.id}`,
      photos: values.photos,
      creates: true,
      stale: RECORDS_STALE,
      page: { page: 'dutyRecords' },
      form: { page: 'recordDuty', draft: DRAFT, values },
    }),
    onKept: (item) => {
      draft.clear();
      onKept(item);
    },
  });
  const areaCode = values.areaCode || acting?.areaCode || '';
  const send = () => sending.submit(recordInput({ ...values, areaCode }, postFor(areaCode, posts, acting)));
  const { errors } = sending;
  return (
    <DraftForm id="submit-record" verb="记下来" draft={draft} sending={sending} onSend={send}>
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
  const draft = useDraft(DRAFT, empty);
  const { values, change } = draft;
  const [asked] = useState(kind !== '' && values.kind !== kind);
  useEffect(() => {
    if (asked) change({ kind });
  }, [asked, kind, change]);
  return draft;
}
