import { Column, type ColumnOptions, PrimaryColumn } from 'typeorm';

/**
 * The column types that mean the same on SQLite, MariaDB and MySQL. Instants are UTC `datetime(3)`, set in code; dates are
 * Shanghai calendar dates kept as text; identifiers are 36 characters.
 */
type Options = Pick<ColumnOptions, 'nullable' | 'default'>;

const types = {
  id: { type: 'varchar', length: 36 },
  date: { type: 'varchar', length: 10 },
  area: { type: 'varchar', length: 12 },
  key: { type: 'varchar', length: 40 },
  digest: { type: 'varchar', length: 64 },
  instant: { type: 'datetime', precision: 3 },
  text: { type: 'text' },
  json: { type: 'json' },
  int: { type: 'int' },
  bool: { type: 'boolean' },
} as const satisfies Record<string, ColumnOptions>;

type Kind = keyof typeof types;

/** A column of one of the shared kinds. */
export function Col(kind: Kind, options: Options = {}): PropertyDecorator {
  return Column({ ...types[kind], ...options } as ColumnOptions);
}

/** A part of the primary key. */
export function Key(kind: Kind): PropertyDecorator {
  return PrimaryColumn(types[kind] as ColumnOptions as never);
}

/** Text of at most `length` characters. */
export function Name(length: number, options: Options = {}): PropertyDecorator {
  return Column({ type: 'varchar', length, ...options });
}
