import { createRequire } from 'node:module';

/** What is used of node:sqlite's API; written out because Node 20's own types do not know the module yet. */
interface Statement {
  columns(): unknown[];
  all(...values: Value[]): unknown[];
  run(...values: Value[]): { changes: number | bigint; lastInsertRowid: number | bigint };
}
interface Database {
  prepare(sql: string): Statement;
  exec(sql: string): void;
  close(): void;
}
type Binding = { DatabaseSync: new (path: string, options: { readOnly: boolean }) => Database };

/**
 * What TypeORM's better-sqlite3 driver needs of a binding, on top of node:sqlite's API: Node's own where it has one without
 * a flag (≥ 22.13), the same API from the npm package otherwise, prebuilt inside its tarball.
 */
const sqlite = loadBinding();

function loadBinding(): Binding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const builtIn = major > 22 || (major === 22 && minor >= 13);
  return createRequire(__filename)(builtIn ? 'node:sqlite' : '@photostructure/sqlite');
}

type Value = string | number | bigint | null | Uint8Array;

/** A prepared statement as TypeORM calls it. `reader`: it answers rows. */
export interface AdaptedStatement {
  reader: boolean;
  all(...values: Value[]): unknown[];
  run(...values: Value[]): { changes: number | bigint; lastInsertRowid: number | bigint };
}

const CACHED_STATEMENTS = 300;

export class SqliteAdapter {
  private readonly database: Database;
  private readonly statements = new Map<string, AdaptedStatement>();

  constructor(path: string, options: { readonly?: boolean } = {}) {
    this.database = new sqlite.DatabaseSync(path, { readOnly: options.readonly ?? false });
  }

  /** Statements are kept per connection, so that a query runner per caller costs no second preparation. */
  prepare(sql: string): AdaptedStatement {
    const known = this.statements.get(sql);
    if (known) return known;
    const adapted = adapt(this.database.prepare(sql));
    if (this.statements.size >= CACHED_STATEMENTS) this.statements.clear();
    this.statements.set(sql, adapted);
    return adapted;
  }

  exec(sql: string): void {
    this.database.exec(sql);
  }

  pragma(text: string): unknown[] {
    return this.database.prepare(`PRAGMA ${text}`).all();
  }

  close(): void {
    this.statements.clear();
    this.database.close();
  }
}

function adapt(statement: Statement): AdaptedStatement {
  return {
    reader: statement.columns().length > 0,
    all: (...values) => statement.all(...whole(values)),
    run: (...values) => statement.run(...whole(values)),
  };
}

/** A text is bound as a C string, which ends at its first NUL: `admin\0x` would be looked up as `admin`. @throws TypeError */
function whole(values: Value[]): Value[] {
  for (const value of values)
    if (typeof value === 'string' && value.includes('\u0000'))
      throw new TypeError('A bound text holds a NUL character');
  return values;
}
