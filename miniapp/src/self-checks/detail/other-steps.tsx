import { type SelfCheckView, selfCheckStepInputs } from '@zerentian/shared/self-checks/self-check.contract';
import { useState } from 'react';
import { filled } from '../../platform/form-errors';
import { tell } from '../../platform/tell';
import { useSubmission } from '../../platform/use-submission';
import { Button } from '../../ui/button';
import { ErrorSummary } from '../../ui/error-summary';
import { TextArea, TextInput } from '../../ui/field';
import { Box } from '../../ui/primitives/box';
import { Sheet } from '../../ui/sheet';
import { takeSelfCheckStep } from '../self-checks.api';

/** What is seldom needed: it was not right after all; it may be 重大 after all. */
export function OtherSteps({ entry }: { entry: SelfCheckView }) {
  const [asked, setAsked] = useState(false);
  const close = () => setAsked(false);
  if (entry.state === 'referred') return null;
  const isFixed = entry.state === 'fixed';
  return (
    <>
      <Button id="other-step" kind="quiet" onPress={() => setAsked(true)}>
        {isFixed ? '又出问题了，重新打开' : '可能是重大隐患，上报安监站'}
      </Button>
      <Sheet id="step-sheet" open={asked} title={isFixed ? '重新打开' : '疑似重大，立即上报'} onClose={close}>
        {isFixed ? <Reopen id={entry.id} onDone={close} /> : <Refer entry={entry} onDone={close} />}
      </Sheet>
    </>
  );
}

function Reopen({ id, onDone }: { id: string; onDone: () => void }) {
  const [text, setText] = useState('');
  const sending = useSubmission({
    contract: selfCheckStepInputs.reopen,
    send: (body, key) => takeSelfCheckStep(id, 'reopen', body, key),
    onDone: () => {
      tell('已重新打开');
      onDone();
    },
  });
  return (
    <Box className="stack">
      <ErrorSummary errors={sending.errors} problem={sending.problem} />
      <TextArea id="text" label="出了什么问题" rows={2} value={text} error={sending.errors.text} onChange={setText} />
      <Button id="reopen" busy={sending.busy} onPress={() => void sending.submit(filled({ text }))}>
        重新打开
      </Button>
    </Box>
  );
}

function Refer({ entry, onDone }: { entry: SelfCheckView; onDone: () => void }) {
  const [values, setValues] = useState({ text: entry.text ?? '', standardClause: '' });
  const sending = useSubmission({
    contract: selfCheckStepInputs.refer,
    send: (body, key) => takeSelfCheckStep(entry.id, 'refer', body, key),
    onDone: () => {
      tell('已上报安监站');
      onDone();
    },
  });
  const { errors, problem, busy } = sending;
  return (
    <Box className="stack">
      <Box className="text-note">先停用、警戒、撤人。上报以后由安监站和县里办理，不能自己销。</Box>
      <ErrorSummary errors={errors} problem={problem} />
      <TextArea
        id="text"
        label="是什么情况"
        rows={2}
        value={values.text}
        error={errors.text}
        onChange={(text) => setValues({ ...values, text })}
      />
      <TextInput
        id="standardClause"
        label="判定标准的条款"
        hint="哪一个判定标准、第几条"
        maxLength={200}
        value={values.standardClause}
        error={errors.standardClause}
        onChange={(standardClause) => setValues({ ...values, standardClause })}
      />
      <Button id="refer" kind="alert" busy={busy} onPress={() => void sending.submit(filled(values))}>
        立即上报
      </Button>
    </Box>
  );
}
