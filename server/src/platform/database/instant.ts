/** An instant from a raw row: SQLite keeps UTC text, the servers' driver answers dates. */
export function instantOf(value: string | Date): Date {
  return value instanceof Date ? value : new Date(`${value.replace(' ', 'T')}Z`);
}
