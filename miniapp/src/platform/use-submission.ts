import { useCallback, useRef, useState } from 'react';
import { type ApiProblem, asProblem } from './api-problem';
import { timeOfAct } from './clock';
import { type Contract, check, errorsOf, type FieldErrors } from './form-errors';
import { newId } from './id';

/** One try to send one content. The same content is sent again under the same key and time, and so is done once. */
interface Attempt {
  content: string;
  key: string;
  time: ReturnType<typeof timeOfAct>;
}

interface SubmissionOptions<Input, Answer> {
  contract: Contract<Input>;
  send: (input: Input, idempotencyKey: string) => Promise<Answer>;
  onDone: (answer: Answer) => void;
  /** Whether the contract holds a write's time (`writeEnvelope`). */
  timed: boolean;
}

const NO_ERRORS: FieldErrors = {};

/**
 * Sends a form: judged by its contract first, errors beside the fields, the server's refusal above them, the button
 * busy meanwhile, and a second press of the same content never done twice.
 */
export function useSubmission<Input, Answer>(options: Omit<SubmissionOptions<Input, Answer>, 'timed'>) {
  return useSending({ ...options, timed: true });
}

/** The same for what is no act and has no time of its own, such as a sign-in. */
export function usePlainSubmission<Input, Answer>(options: Omit<SubmissionOptions<Input, Answer>, 'timed'>) {
  return useSending({ ...options, timed: false });
}

function useSending<Input, Answer>({ contract, send, onDone, timed }: SubmissionOptions<Input, Answer>) {
  const [errors, setErrors] = useState<FieldErrors>(NO_ERRORS);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const attempt = useRef<Attempt | null>(null);

  const submit = useCallback(
    async (values: object) => {
      const tried = attemptFor(values, attempt.current);
      attempt.current = tried;
      const checked = check(contract, timed ? { ...values, ...tried.time } : values);
      setErrors(checked.ok ? NO_ERRORS : checked.errors);
      setProblem(null);
      if (!checked.ok) return;
      setBusy(true);
      try {
        const answer = await send(checked.value, tried.key);
        attempt.current = null;
        onDone(answer);
      } catch (error) {
        const refused = asProblem(error);
        setProblem(refused);
        setErrors(errorsOf(refused.errors));
      } finally {
        setBusy(false);
      }
    },
    [contract, send, onDone, timed],
  );

  return { submit, errors, problem, busy };
}

function attemptFor(values: object, last: Attempt | null): Attempt {
  const content = JSON.stringify(values);
  return last?.content === content ? last : { content, key: newId(), time: timeOfAct() };
}
