/** 乡纪委; those who sift what the public reports; nobody of the township, for what is an enterprise's own. */
export type LedgerReader = 'discipline' | 'sifters' | 'nobody';

/**
 * Whose rows the ledger answers for. A type of subject is the name of its table in kebab-case. `whole`: every row must have been made
 * by an act that set all of its columns, so that a row put in or taken out past the service is found; of the others only the
 * columns that some act set are compared (their rows may come from an import or a catalogue).
 */
export interface SubjectRule {
  table: string;
  whole: boolean;
  /** Column that says where the row lies, for a check of one chain alone. */
  areaColumn?: string;
  /** Who alone of the readers of a list of the ledger is told what its acts hold; the others get the entry without its content. */
  toldTo?: LedgerReader;
  /** JSON columns too large for an act: it holds their SHA-256 (of the canonical JSON, of `part` if given) as the fact named. */
  documents?: readonly { column: string; part?: string; fact: string }[];
}

const rules: Record<string, Omit<SubjectRule, 'table'>> = {
  hazard: { whole: true, areaColumn: 'areaCode' },
  'duty-record': { whole: true, areaColumn: 'areaCode' },
  reminder: { whole: true },
  escalation: { whole: true },
  'supervision-notice': { whole: true, areaColumn: 'townshipCode', toldTo: 'discipline' },
  'self-check': { whole: true, areaColumn: 'areaCode', toldTo: 'nobody' },
  checklist: { whole: true, areaColumn: 'townshipCode', documents: [{ column: 'items', fact: 'itemsDigest' }] },
  inspection: { whole: true, areaColumn: 'areaCode', documents: [{ column: 'items', fact: 'itemsDigest' }] },
  campaign: { whole: true, areaColumn: 'townshipCode' },
  tenure: { whole: true },
  person: { whole: false },
  post: { whole: false, areaColumn: 'areaCode' },
  unit: { whole: false, areaColumn: 'areaCode' },
  photo: { whole: false, areaColumn: 'townshipCode' },
  credential: { whole: false },
  standard: { whole: false, areaColumn: 'areaCode' },
  'public-point': { whole: true, areaColumn: 'areaCode' },
  'public-report': { whole: true, areaColumn: 'areaCode', toldTo: 'sifters' },
  catalogue: {
    whole: false,
    areaColumn: 'areaCode',
    documents: [
      { column: 'content', fact: 'contentDigest' },
      { column: 'sourceText', part: 'text', fact: 'sourceDigest' },
    ],
  },
};

/** The rule for a type of subject, or null for a type that no table stands behind. */
export function subjectRule(subjectType: string): SubjectRule | null {
  const rule = rules[subjectType];
  return rule ? { table: subjectType.replaceAll('-', '_'), ...rule } : null;
}

/** Every type with a table. */
export const subjectTypes: readonly string[] = Object.keys(rules);
