import { explainSupervisionNotice } from '@zerentian/shared/supervision-notices/supervision-notice.contract';
import { useCallback, useState } from 'react';
import { filled } from '../platform/form-errors';
import { tell } from '../platform/tell';
import { useSubmission } from '../platform/use-submission';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { TextArea } from '../ui/field';
import { Box } from '../ui/primitives/box';
import { explainNotice } from './supervision-notices.api';

/** 说明情况, once, by whom the 监督提示 names. */
export function ExplainForm({ id, postId }: { id: string; postId: string }) {
  const [text, setText] = useState('');
  const send = useCallback(
    (body: Parameters<typeof explainNotice>[1], key: string) => explainNotice(id, body, key),
    [id],
  );
  const { submit, errors, problem, busy } = useSubmission({
    contract: explainSupervisionNotice,
    send,
    onDone: () => tell('已说明'),
  });
  return (
    <Box className="stack">
      <ErrorSummary errors={errors} problem={problem} />
      <TextArea
        id="text"
        label="说明情况"
        hint="写清为什么没有按时办、现在办到哪一步。乡纪委和您的上级能看到，只能说明一次。"
        value={text}
        error={errors.text}
        onChange={setText}
      />
      <Button
        id="explain-supervision"
        busy={busy}
        wide
        onPress={() => void submit(filled({ actingPostId: postId, text }))}
      >
        提交说明
      </Button>
    </Box>
  );
}
