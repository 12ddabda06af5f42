import { setTimeout as sleep } from 'node:timers/promises';
import { QueryFailedError, QueryResult, QueryRunnerAlreadyReleasedError } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner';
import { isBusy } from './database-errors';
import { Mutex } from './mutex';
import { SqliteAdapter } from './sqlite-adapter';

/**
 * Isolation on SQLite. TypeORM hands every caller the same query runner, so that transactions interleave and one's rollback
 * erases another's row. Here each caller has its own runner: transactions take turns on the one write connection from BEGIN
 * IMMEDIATE to COMMIT, reads outside of them go to a second connection that sees committed rows only (WAL).
 */
export class SqliteConnections {
  readonly turn = new Mutex();
  readonly reader: SqliteAdapter;

  constructor(
    readonly writer: SqliteAdapter,
    path: string,
  ) {
    writer.pragma('busy_timeout = 0');
    writer.pragma('synchronous = FULL');
    this.reader = new SqliteAdapter(path, { readonly: true });
  }
}

const READ = /^\s*(SELECT|EXPLAIN|WITH|PRAGMA)\b/i;
const PATIENCE_MS = 20_000;

export class SqliteQueryRunner extends BetterSqlite3QueryRunner {
  private release_: (() => void) | null = null;

  constructor(
    driver: BetterSqlite3Driver,
    private readonly connections: SqliteConnections,
  ) {
    super(driver);
  }

  override connect(): Promise<SqliteAdapter> {
    return Promise.resolve(this.release_ ? this.connections.writer : this.connections.reader);
  }

  override async query<T = unknown>(sql: string, parameters: unknown[] = [], structured = false): Promise<T> {
    if (this.release_) return this.execute(this.connections.writer, sql, parameters, structured) as T;
    if (READ.test(sql)) return this.execute(this.connections.reader, sql, parameters, structured) as T;
    await this.takeTurn();
    try {
      return await this.untilFree(async () => this.execute(this.connections.writer, sql, parameters, structured) as T);
    } finally {
      this.endTurn();
    }
  }

  /** The statement and nothing around it: no subscriber listens here, and the driver answers at once. */
  private execute(connection: SqliteAdapter, sql: string, parameters: unknown[], structured: boolean): unknown {
    if (this.isReleased) throw new QueryRunnerAlreadyReleasedError();
    const values = parameters.map((value) => (typeof value === 'boolean' ? Number(value) : value)) as never[];
    this.driver.dataSource.logger.logQuery(sql, values, this);
    try {
      const statement = connection.prepare(sql);
      const result = new QueryResult();
      if (statement.reader) result.raw = result.records = statement.all(...values);
      else {
        const { changes, lastInsertRowid } = statement.run(...values);
        result.affected = Number(changes);
        result.raw = lastInsertRowid;
      }
      return structured ? result : result.raw;
    } catch (error) {
      this.driver.dataSource.logger.logQueryError(error as Error, sql, values, this);
      throw new QueryFailedError(sql, values, error as Error);
    }
  }

  override async startTransaction(): Promise<void> {
    if (this.transactionDepth > 0) return super.startTransaction();
    await this.takeTurn();
    try {
      await this.untilFree(async () => this.connections.writer.exec('BEGIN IMMEDIATE'));
      this.isTransactionActive = true;
      this.transactionDepth = 1;
    } catch (error) {
      this.endTurn();
      throw error;
    }
  }

  override async commitTransaction(): Promise<void> {
    await super.commitTransaction();
    if (this.transactionDepth === 0) this.endTurn();
  }

  override async rollbackTransaction(): Promise<void> {
    const outermost = this.transactionDepth === 1;
    try {
      await super.rollbackTransaction();
    } finally {
      if (outermost) {
        this.isTransactionActive = false;
        this.transactionDepth = 0;
        this.endTurn();
      }
    }
  }

  override async release(): Promise<void> {
    if (this.isTransactionActive) await this.rollbackTransaction().catch(() => undefined);
    this.endTurn();
    await super.release();
  }

  /** Undoing a migration rebuilds tables: cascades must not fire meanwhile. */
  override async beforeMigration(): Promise<void> {
    this.connections.writer.pragma('foreign_keys = OFF');
  }

  override async afterMigration(): Promise<void> {
    this.connections.writer.pragma('foreign_keys = ON');
  }

  private async takeTurn(): Promise<void> {
    this.release_ = await this.connections.turn.acquire();
  }

  private endTurn(): void {
    this.release_?.();
    this.release_ = null;
  }

  /** Another instance may hold the file: wait without blocking the event loop, on which that instance may live too. */
  private async untilFree<T>(act: () => Promise<T>): Promise<T> {
    const until = Date.now() + PATIENCE_MS;
    for (let pause = 1; ; pause = Math.min(pause * 2, 50)) {
      try {
        return await act();
      } catch (error) {
        if (!isBusy(error) || Date.now() > until) throw error;
        await sleep(pause * (0.5 + Math.random()));
      }
    }
  }
}
