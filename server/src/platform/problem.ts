import type { FieldError, ProblemCode } from '@zerentian/shared/problem';

/** A refusal with a name from the problem catalogue; the filter turns it into an RFC 9457 answer. */
export class ProblemError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail?: string,
    readonly errors?: FieldError[],
  ) {
    super(code);
  }

  /** A refusal that points at one field. */
  static at(code: ProblemCode, path: string, message: string): ProblemError {
    return new ProblemError(code, undefined, [{ path, message }]);
  }
}
