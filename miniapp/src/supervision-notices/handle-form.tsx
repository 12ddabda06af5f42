import {
  handleSupervisionNotice,
  type SupervisionOutcome,
  supervisionOutcomeNames,
} from '@zerentian/shared/supervision-notices/supervision-notice.contract';
import { useCallback, useState } from 'react';
import { filled } from '../platform/form-errors';
import { tell } from '../platform/tell';
import { useSubmission } from '../platform/use-submission';
import { Button } from '../ui/button';
import { Choices } from '../ui/choices';
import { ErrorSummary } from '../ui/error-summary';
import { Field, TextArea } from '../ui/field';
import { Box } from '../ui/primitives/box';
import { handleNotice } from './supervision-notices.api';

const OUTCOMES: SupervisionOutcome[] = ['seen', 'understood'];

/** 乡纪委: 已阅 in one tap; 已了解情况 says what was learnt. Once read, only the latter is left. */
export function HandleForm({ id, postId, isSeen }: { id: string; postId: string; isSeen: boolean }) {
  const [outcome, setOutcome] = useState<SupervisionOutcome | ''>(isSeen ? 'understood' : '');
  const [text, setText] = useState('');
  const send = useCallback(
    (body: Parameters<typeof handleNotice>[1], key: string) => handleNotice(id, body, key),
    [id],
  );
  const { submit, errors, problem, busy } = useSubmission({
    contract: handleSupervisionNotice,
    send,
    onDone: ({ outcome: done }) => tell(`已标记${done ? supervisionOutcomeNames[done] : ''}`),
  });
  const options = OUTCOMES.filter((value) => !isSeen || value === 'understood');
  return (
    <Box className="stack">
      <ErrorSummary errors={errors} problem={problem} />
      <Field id="outcome" label="乡纪委办理" error={errors.outcome}>
        <Choices
          id="outcome"
          label="乡纪委办理"
          value={outcome}
          options={options.map((value) => ({ value, text: supervisionOutcomeNames[value] }))}
          onChange={setOutcome}
        />
      </Field>
      <TextArea
        id="text"
        label="了解到的情况"
        optional={outcome !== 'understood'}
        value={text}
        error={errors.text}
        onChange={setText}
      />
      <Button
        id="handle-supervision"
        busy={busy}
        wide
        onPress={() => void submit(filled({ actingPostId: postId, outcome, text }))}
      >
        标记
      </Button>
    </Box>
  );
}
