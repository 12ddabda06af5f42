/** Everything that `ledger verify` can find, by a name that stays. */
export type FindingKind =
  | 'entry-changed'
  | 'entry-missing'
  | 'link-broken'
  | 'digest-unknown'
  | 'chain-row-differs'
  | 'act-changed'
  | 'act-missing'
  | 'act-without-entry'
  | 'act-unreadable'
  | 'erasure-without-entry'
  | 'tail-rewritten'
  | 'chain-shortened'
  | 'heads-file-changed'
  | 'heads-row-broken'
  | 'row-differs'
  | 'row-missing'
  | 'row-without-act'
  | 'column-without-act'
  | 'subject-type-unknown'
  | 'step-not-allowed'
  | 'photo-file-changed'
  | 'photo-file-missing'
  | 'photo-row-missing'
  | 'photo-row-differs'
  | 'photo-without-act';

/** Something that is not as the ledger says, in words for an operator. */
export interface Finding {
  kind: FindingKind;
  /** What it is about: `entry 140621200/17`, `hazard 0193…`. */
  where: string;
  words: string;
}

export type Report = (finding: Finding) => void;

/** What was read, and how much of it was wrong. */
export interface Verdict {
  chains: { chain: string; entries: number; hash: string; digest: string }[];
  entries: number;
  subjects: number;
  photos: number;
  /** Acts whose personal data was removed, each by a later entry that says so. */
  erased: { where: string; by: number }[];
  findings: number;
}

/** A value as a finding shows it: short, on one line. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
