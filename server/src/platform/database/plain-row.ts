import { type DataSource, EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';

/** A row as any database tells it: column → value, unconverted. */
export type RawRow = Record<string, unknown>;

/** The metadata of a table, by its name. */
export function tableMetadata(source: DataSource, table: string): EntityMetadata {
  const metadata = source.entityMetadatas.find((it) => it.tableName === table);
  if (!metadata) throw new Error(`no such table: ${table}`);
  return metadata;
}

/**
 * The columns for a SELECT whose rows `rowAsPlain` takes. JSON is asked for as text, since some drivers parse it and others do
 * not, and a byte changed in it must not pass unseen.
 */
export function plainColumns(source: DataSource, metadata: EntityMetadata): string {
  const quote = (name: string) => source.driver.escape(name);
  const isServer = source.options.type !== 'better-sqlite3';
  const told = metadata.columns.map(({ type, databaseName }) => {
    const name = quote(databaseName);
    return type === 'json' && isServer ? `CAST(${name} AS CHAR) AS ${name}` : name;
  });
  return told.join(', ');
}

/**
 * A row in the words of an act: property names; instants as UTC ISO text, booleans as such, JSON parsed. The same on every
 * database. A value that is not written as we write it stays as it is, and so differs from what an act says.
 */
export function rowAsPlain(metadata: EntityMetadata, row: RawRow): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const column of metadata.columns) {
    const value = row[column.databaseName];
    if (value !== undefined) plain[column.propertyName] = value === null ? null : convert(column, value);
  }
  return plain;
}

function convert(column: ColumnMetadata, value: unknown): unknown {
  if (column.type === 'datetime') return isoOf(value);
  if (column.type === 'json') return jsonOf(value);
  if (column.type === 'boolean' || column.type === Boolean) return value === 1 ? true : value === 0 ? false : value;
  return value;
}

const STORED = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/;

/** An instant as stored (a Date from servers, text from SQLite) as UTC ISO text. */
export function isoOf(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'not an instant' : value.toISOString();
  const text = String(value);
  return STORED.test(text) ? `${text.slice(0, 10)}T${text.slice(11)}Z` : text;
}

/** An instant as both kinds of database take it in a plain statement. */
export function storedInstant(instant: Date): string {
  const text = instant.toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 23)}`;
}

function jsonOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    const parsed: unknown = JSON.parse(value);
    return JSON.stringify(parsed) === value || sameButSpaced(parsed, value) ? parsed : { storedOtherwise: value };
  } catch {
    return { notJson: value };
  }
}

/** MySQL 8 writes JSON its own way: names sorted by length, a space after each comma and colon. */
function sameButSpaced(parsed: unknown, text: string): boolean {
  return spaced(parsed) === text;
}

function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const names = Object.entries(value).map(([name, inner]) => `${JSON.stringify(name)}: ${spaced(inner)}`);
  return `{${names.join(', ')}}`;
}
