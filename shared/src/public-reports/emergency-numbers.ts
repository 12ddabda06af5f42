/** The nation's numbers for danger; they hold everywhere and are shown also where no answer of the server has come. */
export const NATIONAL_NUMBERS: readonly { name: string; number: string }[] = [
  { name: '火警', number: '119' },
  { name: '急救', number: '120' },
  { name: '报警', number: '110' },
];
