import { useCallback, useState } from 'react';
import { timeOfAct } from '../../platform/clock';
import { type Contract, check, type FieldErrors } from '../../platform/form-errors';

const NO_ERRORS: FieldErrors = {};

/** 核对: what was typed is judged as it would be when sent, and then read through once more. */
export function useReview(contract: Contract<unknown>) {
  const [isOpen, setOpen] = useState(false);
  const [errors, setErrors] = useState(NO_ERRORS);
  const ask = useCallback(
    (input: object) => {
      const checked = check(contract, { ...input, ...timeOfAct() });
      setErrors(checked.ok ? NO_ERRORS : checked.errors);
      setOpen(checked.ok);
    },
    [contract],
  );
  const leave = useCallback(() => setOpen(false), []);
  return { isOpen, errors, ask, leave };
}
