/** The closed list that permissions hang on. A catalogue may add post kinds, never profiles. */
export const profiles = [
  'leader',
  'deputy',
  'village-team',
  'office',
  'station',
  'discipline',
  'village-head',
  'enterprise-head',
  'member',
  'county',
  'administrator',
] as const;
export type Profile = (typeof profiles)[number];
