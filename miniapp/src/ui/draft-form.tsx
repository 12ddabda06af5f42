import type { ReactNode } from 'react';
import type { ApiProblem } from '../platform/api-problem';
import type { FieldErrors } from '../platform/form-errors';
import { Button } from './button';
import { ErrorSummary } from './error-summary';
import { FormBar } from './form-bar';
import { Form } from './primitives/form';
import { RoomNotice } from './room-notice';
import { Kept } from './states';

interface DraftFormProps {
  /** The form's button. */
  id: string;
  verb: string;
  /** As `useDraft` answers. */
  draft: { restored: boolean; clear: () => void };
  /** As `useOutboxForm` or `useSubmission` answers. */
  sending: { errors: FieldErrors; problem: ApiProblem | null; busy: boolean };
  /** Names of what no field stands for. */
  labels?: Readonly<Record<string, string>>;
  onSend: () => void;
  children: ReactNode;
}

/** A form that is kept while it is typed: what was restored, what is wrong, the fields, the button under the thumb. */
export function DraftForm({ id, verb, draft, sending, labels, onSend, children }: DraftFormProps) {
  return (
    <Form onSubmit={onSend}>
      <RoomNotice />
      {draft.restored && <Kept words="已恢复上次没有提交的内容，可以接着写。" verb="重新开始" onPress={draft.clear} />}
      <ErrorSummary errors={sending.errors} problem={sending.problem} labels={labels} />
      {children}
      <FormBar>
        <Button id={id} busy={sending.busy} onPress={onSend}>
          {verb}
        </Button>
      </FormBar>
    </Form>
  );
}
