import { type QueryRunner, Table, TableColumn } from 'typeorm';

/**
 * One wording of a table for SQLite, MariaDB and MySQL. A column is `name: 'kind'`, with `?` for nullable;
 * a number is a varchar of that length. The kinds are those of columns.ts, frozen here as migrations must be.
 */
const KINDS: Record<string, { type: string; length?: string; precision?: number }> = {
  id: { type: 'varchar', length: '36' },
  date: { type: 'varchar', length: '10' },
  area: { type: 'varchar', length: '12' },
  key: { type: 'varchar', length: '40' },
  digest: { type: 'varchar', length: '64' },
  instant: { type: 'datetime', precision: 3 },
  text: { type: 'text' },
  json: { type: 'json' },
  int: { type: 'int' },
  bool: { type: 'boolean' },
};

export interface TableWords {
  name: string;
  key: string[];
  columns: Record<string, string>;
  /** Name → columns; a leading `!` in the name makes it unique. */
  indices?: Record<string, string[]>;
}

/** Creates a table from its words. */
export async function createTable(runner: QueryRunner, words: TableWords): Promise<void> {
  const columns = Object.entries(words.columns).map(([name, kind]) =>
    column(runner, name, kind, words.key.includes(name)),
  );
  const indices = Object.entries(words.indices ?? {}).map(([name, columnNames]) => ({
    name: name.replace('!', ''),
    columnNames,
    isUnique: name.startsWith('!'),
  }));
  await runner.createTable(new Table({ name: words.name, columns, indices }));
}

function column(runner: QueryRunner, name: string, words: string, isPrimary: boolean): TableColumn {
  const [, kind = '', preset] = /^([a-z]+|\d+)\??(?:=(.*))?$/.exec(words) ?? [];
  const shape = KINDS[kind] ?? { type: 'varchar', length: kind };
  return new TableColumn({
    name,
    ...shape,
    type: runner.dataSource.driver.normalizeType({ type: shape.type as never }),
    isPrimary,
    isNullable: words.includes('?'),
    default: preset === undefined ? undefined : preset,
  });
}
