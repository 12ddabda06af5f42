import {
  type ChangeStandard,
  type CreateStandard,
  changeStandard,
  createStandard,
  type StandardView,
} from '@zerentian/shared/standards/standard.contract';
import { useState } from 'react';
import type { Contract } from '../../platform/form-errors';
import { back } from '../../platform/navigation';
import { tell } from '../../platform/tell';
import { useDraft } from '../../platform/use-draft';
import { useSubmission } from '../../platform/use-submission';
import { DraftForm } from '../../ui/draft-form';
import { Box } from '../../ui/primitives/box';
import { saveStandard } from '../standards.api';
import { StandardFields, UseField } from './standard-fields';
import { standardInput, valuesOf } from './standard-values';

interface StandardFormProps {
  entry: StandardView | null;
  own: string;
}

/** Wording, level, document and clause, what to do; whether somebody compared it with the text. */
export function StandardForm({ entry, own }: StandardFormProps) {
  const [start] = useState(() => valuesOf(entry));
  const draft = useDraft(`standard-${entry?.id ?? 'new'}`, start);
  const { values, change } = draft;
  const isOwn = entry !== null && entry.areaCode === own;
  const sending = useSubmission({
    contract: (isOwn ? changeStandard : createStandard) as Contract<ChangeStandard | CreateStandard>,
    send: (body, key) => saveStandard(isOwn ? entry.id : '', body, key),
    onDone: ({ active }) => {
      draft.clear();
      tell(active ? '已保存' : '已停用');
      back();
    },
  });
  const { errors } = sending;
  return (
    <DraftForm
      id="save-standard"
      verb={values.active ? '保存' : '停用这一条'}
      draft={draft}
      sending={sending}
      onSend={() => void sending.submit(standardInput(values, entry, own))}
    >
      {entry !== null && !isOwn && (
        <Box className="text-note">这一条不是本地写的。保存后另立一条本地的，只在本辖区代替它。</Box>
      )}
      <StandardFields values={values} errors={errors} onChange={change} />
      {entry !== null && <UseField values={values} errors={errors} onChange={change} />}
    </DraftForm>
  );
}
