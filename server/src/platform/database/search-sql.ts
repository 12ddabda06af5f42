/**
 * The SQL condition "one of these columns holds these words", letters capital or small on every database: MariaDB would compare their
 * bytes, SQLite would not. On SQLite that goes for the letters of ASCII. `%` and `_` in the words mean themselves.
 */
export function holdsWords(columns: readonly string[], words: string): { sql: string; parameters: string[] } {
  const pattern = `%${words.replace(/[!%_]/g, '!$&')}%`;
  const any = columns.map((column) => `LOWER(${column}) LIKE LOWER(?) ESCAPE '!'`);
  return { sql: `(${any.join(' OR ')})`, parameters: columns.map(() => pattern) };
}
