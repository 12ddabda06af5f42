import { useCallback, useRef, useState } from 'react';
import { type Contract, check, type FieldErrors } from '../form-errors';
import { captureTime, hand } from './outbox';
import type { Act, OutboxItem } from './outbox-item';

interface OutboxFormOptions<Input> {
  /** The contract of what is sent; it spreads `writeEnvelope`. */
  contract: Contract<Input>;
  /** What was done, from what passed the contract; see `Act`. */
  act: (input: Input) => Act;
  /** It is on the phone: clear the draft and go on. Nothing has been sent yet, or is known to have arrived. */
  onKept: (item: OutboxItem) => void;
}

const NO_ERRORS: FieldErrors = {};

/**
 * Hands a form to the outbox: judged by its contract, written to the phone, and the page goes on at once; with signal it arrives a
 * moment later, without any it waits and survives the app being killed. Every act that can be done in the field goes this way:
 *
 *     const sending = useOutboxForm({
 *       contract: visitContract,
 *       act: (visit) => ({
 *         title: '检查', about: unit.name, path: '/inspections', subject: `inspection:${visit.id}`, creates: true,
 *         photos: values.photos, stale: ['/inspections', 'today'], page: { page: 'inspection', params: { id: visit.id } },
 *         form: { page: 'inspect', params: { unit: unit.id }, draft: 'inspect', values },
 *       }),
 *       onKept: () => { draft.clear(); replaceWith('inspection', { id: values.id }); },
 *     });
 *     <DraftForm sending={sending} onSend={() => sending.submit(inputOf(values))} …>
 *
 * - What is made gets its id on the phone (`newId`) and says `creates`. `occurredAt` and `clockOffset` are filled in.
 * - Photos are chosen with `PhotoPicker`; the body names them by id wherever its contract wants them, however deep.
 * - The page that opens next shows `<OutboxLines subject=… />`: 未发送, 发送中, 已送达 or what the server refused, and the next step.
 * - What needs an answer before one can go on (a sign-in, a PDF, a 催办) is no act of the field: `useSubmission`.
 */
export function useOutboxForm<Input>({ contract, act, onKept }: OutboxFormOptions<Input>) {
  const [errors, setErrors] = useState<FieldErrors>(NO_ERRORS);
  const handed = useRef('');

  const submit = useCallback(
    (values: object) => {
      const at = captureTime();
      const time = { occurredAt: at.capturedAt, clockOffset: at.offset ?? 0 };
      const checked = check(contract, { ...values, ...time });
      setErrors(checked.ok ? NO_ERRORS : checked.errors);
      if (!checked.ok) return;
      // A finger that taps twice before the page has gone.
      const content = JSON.stringify(values);
      if (handed.current === content) return;
      handed.current = content;
      const item = hand(act(checked.value), bodyOf(checked.value, at.capturedAt), at);
      onKept(item);
    },
    [contract, act, onKept],
  );

  return { submit, errors, problem: null, busy: false };
}

/** The clock's offset is added when it is sent, unless the form has reckoned another time with it. */
function bodyOf(input: unknown, capturedAt: string): Record<string, unknown> {
  const body = input as Record<string, unknown>;
  if (body.occurredAt !== capturedAt) return body;
  const { clockOffset: _, ...rest } = body;
  return rest;
}
