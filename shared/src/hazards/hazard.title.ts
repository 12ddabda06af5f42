/** Long enough to tell one matter from the next, short enough for a line of a list or a notice. */
const LONGEST = 60;

/** The first `max` characters as people count them (𠮷 is one): a cut by UTF-16 units could leave half of one. */
export function firstCharacters(text: string, max: number): string {
  return [...text].slice(0, max).join('');
}

/** What a hazard is called in 今日 and in notices: the beginning of its description; of one that is photos only, its number. */
export function titleOf(hazard: { description: string | null; number: string }): string {
  return hazard.description === null ? `隐患 ${hazard.number}` : firstCharacters(hazard.description, LONGEST);
}
