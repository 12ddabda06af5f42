/** A JSON column of a raw row: SQLite and some servers' drivers answer its text, others have parsed it. */
export function jsonValue<T>(value: unknown): T | null {
  return (typeof value === 'string' ? JSON.parse(value) : (value ?? null)) as T | null;
}
