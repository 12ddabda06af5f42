import { logSelfCheck as contract } from '@zerentian/shared/self-checks/self-check.contract';
import { useState } from 'react';
import { LevelField } from '../../hazards/level-field';
import { PhotoPicker } from '../../photos/photo-picker';
import type { FieldErrors } from '../../platform/form-errors';
import { newId } from '../../platform/id';
import { replaceWith } from '../../platform/navigation';
import { useOutboxForm } from '../../platform/outbox/use-outbox-form';
import { useDraft } from '../../platform/use-draft';
import { Button } from '../../ui/button';
import { DraftForm } from '../../ui/draft-form';
import { Field, TextArea, TextInput } from '../../ui/field';
import { SELF_CHECKS_STALE, selfCheckSubject } from '../self-checks.api';
import { type EntryValues, emptyEntry, entryInput } from './entry-values';

const DRAFT = 'self-check';

/** One line or one photo; where it was put right at once, that too; the rest for whoever has it at hand. */
export function EntryForm({ postId }: { postId: string }) {
  const [empty] = useState(() => emptyEntry(newId()));
  const draft = useDraft(DRAFT, empty);
  const { values, change } = draft;
  const verb = verbOf(values);
  const sending = useLogging(values, verb, draft.clear);
  const { errors } = sending;
  return (
    <DraftForm
      id="submit-self-check"
      verb={verb}
      draft={draft}
      sending={sending}
      onSend={() => sending.submit(entryInput(values, postId))}
    >
      <TextArea
        id="text"
        label="查出了什么"
        hint="写一句话，或者拍一张照片，有一样就行"
        placeholder="例如：二车间灭火器压力不足"
        rows={2}
        value={values.text}
        error={errors.text}
        onChange={(text) => change({ text })}
      />
      <Field id="photoIds" label="照片" optional error={errors.photoIds}>
        <PhotoPicker id="photoIds" prominent photos={values.photos} onChange={(photos) => change({ photos })} />
      </Field>
      <MoreFields values={values} errors={errors} onChange={change} />
    </DraftForm>
  );
}

interface MoreFieldsProps {
  values: EntryValues;
  errors: FieldErrors;
  onChange: (part: Partial<EntryValues>) => void;
}

/** Closed until asked for, or until something in it is wrong. */
function MoreFields({ values, errors, onChange }: MoreFieldsProps) {
  const [asked, setAsked] = useState(values.spot !== '' || values.level !== 'general' || values.remedy !== '');
  const isWrong = ['spot', 'level', 'standardClause', 'remedy'].some((field) => errors[field]);
  if (!asked && !isWrong)
    return (
      <Button kind="quiet" onPress={() => setAsked(true)}>
        补充：部位、当场已改好、级别（选填）
      </Button>
    );
  return (
    <>
      <TextInput
        id="spot"
        label="部位"
        optional
        maxLength={200}
        placeholder="例如：二车间东头"
        value={values.spot}
        error={errors.spot}
        onChange={(spot) => onChange({ spot })}
      />
      <TextArea
        id="remedy"
        label="当场怎么改的"
        optional
        hint="已经改好的写在这里，记下就是已整改"
        rows={2}
        value={values.remedy}
        error={errors.remedy}
        onChange={(remedy) => onChange({ remedy })}
      />
      <LevelField values={values} errors={errors} onChange={onChange} />
    </>
  );
}

/** The button says what will happen. */
function verbOf({ level, remedy }: EntryValues): string {
  if (level === 'suspected-major') return '立即上报安监站';
  return remedy.trim() === '' ? '记下来' : '记为已改好';
}

/** Under its own id, so that its page can be opened before the server has it. */
function useLogging(values: EntryValues, title: string, clear: () => void) {
  const { id } = values;
  return useOutboxForm({
    contract,
    act: () => ({
      title: `企业自查 · ${title}`,
      about: values.text || `照片 ${values.photos.length} 张`,
      path: '/self-checks',
      subject: selfCheckSubject(id),
      photos: values.photos,
      creates: true,
      stale: SELF_CHECKS_STALE,
      page: { page: 'selfCheck', params: { id } },
      form: { page: 'logSelfCheck', draft: DRAFT, values },
    }),
    onKept: () => {
      clear();
      replaceWith('selfCheck', { id });
    },
  });
}
