import { type SelfCheckView, selfCheckStepInputs } from '@zerentian/shared/self-checks/self-check.contract';
import { PhotoPicker } from '../../photos/photo-picker';
import type { LocalPhoto } from '../../photos/photo-store';
import { filled } from '../../platform/form-errors';
import { useOutboxForm } from '../../platform/outbox/use-outbox-form';
import { useDraft } from '../../platform/use-draft';
import { DraftForm } from '../../ui/draft-form';
import { Field, TextArea, TextInput } from '../../ui/field';
import { titleOf } from '../self-check-words';
import { SELF_CHECKS_STALE, selfCheckSubject } from '../self-checks.api';

const EMPTY = { remedy: '', rectifier: '', photos: [] as LocalPhoto[] };

/** Put right in one step: a few words or a photo. */
export function FixForm({ entry }: { entry: SelfCheckView }) {
  const name = `fix-${entry.id}`;
  const draft = useDraft(name, EMPTY);
  const { values, change } = draft;
  const sending = useFixing(entry, name, values, draft.clear);
  const { errors } = sending;
  const { remedy, rectifier } = values;
  const input = filled({ remedy, rectifier, afterPhotoIds: values.photos.map((photo) => photo.id) });
  return (
    <DraftForm
      id="fix-self-check"
      verb="改好了，销掉"
      draft={draft}
      sending={sending}
      onSend={() => sending.submit(input)}
    >
      <TextArea
        id="remedy"
        label="怎么改的"
        hint="写一句话，或者拍一张改好的照片，有一样就行"
        rows={2}
        value={remedy}
        error={errors.remedy}
        onChange={(words) => change({ remedy: words })}
      />
      <Field id="afterPhotoIds" label="改好的照片" optional error={errors.afterPhotoIds}>
        <PhotoPicker id="afterPhotoIds" photos={values.photos} onChange={(photos) => change({ photos })} />
      </Field>
      <TextInput
        id="rectifier"
        label="整改责任人"
        optional
        maxLength={50}
        value={rectifier}
        error={errors.rectifier}
        onChange={(name) => change({ rectifier: name })}
      />
    </DraftForm>
  );
}

function useFixing(entry: SelfCheckView, draft: string, values: typeof EMPTY, clear: () => void) {
  const { id } = entry;
  return useOutboxForm({
    contract: selfCheckStepInputs.fix,
    act: () => ({
      title: '自查整改',
      about: titleOf(entry),
      path: `/self-checks/${id}/fix`,
      subject: selfCheckSubject(id),
      photos: values.photos,
      stale: SELF_CHECKS_STALE,
      page: { page: 'selfCheck', params: { id } },
      form: { page: 'selfCheck', params: { id }, draft, values },
    }),
    onKept: clear,
  });
}
