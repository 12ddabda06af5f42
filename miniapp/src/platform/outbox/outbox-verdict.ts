import type { ApiProblem } from '../api-problem';

/** What an answer other than success means for the item that was sent. */
export type Verdict =
  /** No answer, or none that says anything about it: sent again later. */
  | 'again'
  /** The session is over: it waits until the same person signs in. */
  | 'sign-in'
  /** This version is too old: it waits until the app was updated. */
  | 'update'
  /** It arrived before, and its answer was lost. */
  | 'arrived'
  /** The server will never take it like this: its author must do something. */
  | 'refused';

/** An answer that is no problem document comes from something between phone and server, such as a portal that wants a password. */
export function verdictOf(problem: ApiProblem, creates: boolean): Verdict {
  const { status, code } = problem;
  if (code === 'not_signed_in' || code === 'session_expired') return 'sign-in';
  if (code === 'client_too_old') return 'update';
  if (code === 'id_taken' && creates) return 'arrived';
  if (code === 'unreadable_answer' || status === 429 || status >= 500 || problem.isTransient) return 'again';
  return 'refused';
}
