/** What the check of a catalogue can name; the codes are stable. */
export type FindingCode =
  | 'schema'
  | 'document'
  | 'piece-missing'
  | 'piece-unknown'
  | 'piece-twice'
  | 'piece-text'
  | 'piece-verdict'
  | 'duty-unlisted'
  | 'clause-mismatch'
  | 'misquoted'
  | 'quote-too-long'
  | 'quote-span'
  | 'quote-and-bearer-twice'
  | 'key-twice'
  | 'unknown-reference'
  | 'reports-to-cycle'
  | 'nature'
  | 'words-not-in-clause'
  | 'invented-number'
  | 'count-mode'
  | 'number-ignored'
  | 'impossible-date'
  | 'grade-hole'
  | 'grade-overlap'
  | 'grade-bounds'
  | 'weights'
  | 'score-range';

/** One thing found. `error` keeps a catalogue from being imported; `notice` is for a person to look at. */
export interface Finding {
  severity: 'error' | 'notice';
  code: FindingCode;
  /** The piece address, duty key or path that it is about. */
  where: string;
  /** Chinese: what is wrong and what to do. */
  message: string;
}

export function error(code: FindingCode, where: string, message: string): Finding {
  return { severity: 'error', code, where, message };
}

export function notice(code: FindingCode, where: string, message: string): Finding {
  return { severity: 'notice', code, where, message };
}
