/** The package has both module systems, but its own types are those of the other one. */
declare module 'read-excel-file/universal' {
  /** The first sheet, row by row; texts are trimmed, cells of a date format are dates in UTC. Rejects what is no workbook. */
  export function readSheet(file: ArrayBufferLike): Promise<(string | number | boolean | Date | null)[][]>;
}
