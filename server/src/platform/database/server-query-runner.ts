import type { PoolConnection, ResultSetHeader } from 'mysql2';
import { QueryFailedError, QueryResult, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { MysqlQueryRunner } from 'typeorm/driver/mysql/MysqlQueryRunner';

/**
 * Statements on MariaDB and MySQL, and nothing around them. TypeORM's own wraps the connection anew for each statement and tells
 * subscribers, of which there are none: half of what a statement costs this process.
 */
export class ServerQueryRunner extends MysqlQueryRunner {
  override async query<T = unknown>(sql: string, parameters: unknown[] = [], structured = false): Promise<T> {
    if (this.isReleased) throw new QueryRunnerAlreadyReleasedError();
    const connection: PoolConnection = await this.connect();
    const { logger } = this.driver.dataSource;
    logger.logQuery(sql, parameters, this);
    try {
      const raw = await sent(connection, sql, parameters);
      return (structured ? resultOf(raw) : raw) as T;
    } catch (error) {
      logger.logQueryError(error as Error, sql, parameters, this);
      throw new QueryFailedError(sql, parameters, error as Error);
    }
  }
}

type Raw = Record<string, unknown>[] | ResultSetHeader;

function sent(connection: PoolConnection, sql: string, parameters: unknown[]): Promise<Raw> {
  return new Promise((resolve, reject) => {
    connection.query(sql, parameters, (error, raw) => (error ? reject(error) : resolve(raw as Raw)));
  });
}

function resultOf(raw: Raw): QueryResult {
  const result = new QueryResult();
  result.raw = raw;
  if (Array.isArray(raw)) result.records = raw;
  else result.affected = raw.affectedRows;
  return result;
}
