import type { EntityManager } from 'typeorm';

/** The names of areas or units by their keys, in one statement however many. */
export async function namesOf(
  tx: EntityManager,
  table: 'area' | 'unit',
  key: 'code' | 'id',
  wanted: (string | null)[],
): Promise<Map<string, string>> {
  const ids = [...new Set(wanted)].filter((id): id is string => id !== null);
  if (ids.length === 0) return new Map();
  const marks = ids.map(() => '?').join(', ');
  const rows = await tx.query<{ id: string; name: string }[]>(
    `SELECT ${key} AS id, name FROM ${table} WHERE ${key} IN (${marks})`,
    ids,
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
