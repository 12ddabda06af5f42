import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';

/** A row as it stands now, held until the transaction ends: MariaDB's snapshot would show it as it stood when the transaction began. */
export function lockedOne<T extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  where: FindOptionsWhere<T>,
): Promise<T | null> {
  const isServer = tx.dataSource.options.type !== 'better-sqlite3';
  return tx.findOne(entity, { where, ...(isServer ? { lock: { mode: 'pessimistic_write' as const } } : {}) });
}
