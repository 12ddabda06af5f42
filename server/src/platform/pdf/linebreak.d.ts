/** The Unicode line breaking algorithm (UAX #14), as far as papers use it. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    /** The next place, in UTF-16 units, where a line may end; null after the last. */
    nextBreak(): { position: number; required: boolean } | null;
  }
}
