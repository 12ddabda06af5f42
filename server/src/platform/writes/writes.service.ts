import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor, Sender } from '../auth/actor';
import { ServerSecret } from '../auth/secret';
import { Clock } from '../clock';
import { forUpdate } from '../database/data-source';
import { isDuplicate, isRetriable } from '../database/database-errors';
import { insertRows } from '../database/insert-rows';
import { POOL_SIZE } from '../database/server-data-source';
import { ProblemError } from '../problem';
import { Semaphore } from '../semaphore';
import { IdempotencyKey, NumberSeries } from './writes.entity';

const ATTEMPTS = 8;
const LONGEST_PAUSE_MS = 20;
/** Transactions at once; the rest of the pool is for reads, also those that a transaction makes beside itself. */
const AT_ONCE = POOL_SIZE - 8;

const KEEP_ANSWER = 'UPDATE idempotency_key SET answer = ? WHERE personId = ? AND requestKey = ?';

/** Thrown inside the transaction when another request with the same key came first. */
class Repeated extends Error {}

/**
 * Every write goes through here: one transaction, run again when it loses a race, stored once under its sender's key. The key's row is
 * inserted first, so a racing repeat waits for the first to commit and then gets its answer; a refusal rolls the row back with all else.
 */
@Injectable()
export class Writes {
  private readonly turns = new Semaphore(AT_ONCE);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly secret: ServerSecret,
  ) {}

  /** Runs `act` once for the sender's key and answers what it answered the first time. */
  async once<T>(actor: Sender, act: (tx: EntityManager) => Promise<T>): Promise<T> {
    const { request } = actor;
    if (!request) return this.transaction(act);
    try {
      return await this.transaction(async (tx) => {
        await this.claim(tx, actor.personId, request);
        const answer = await act(tx);
        await tx.query(KEEP_ANSWER, [JSON.stringify(answer), actor.personId, request.key]);
        return answer;
      });
    } catch (error) {
      if (!(error instanceof Repeated)) throw error;
      return this.firstAnswer<T>(actor.personId, request);
    }
  }

  /**
   * One transaction; a deadlock is answered by another try after a short, uneven pause, not by an error. Only so many run at once: were
   * every connection of the pool inside a transaction that waits for one more, none would ever end.
   */
  transaction<T>(act: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.turns.run(async () => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await this.source.transaction(act);
        } catch (error) {
          if (!isRetriable(error) || attempt === ATTEMPTS) throw error;
          await sleep(Math.random() * LONGEST_PAUSE_MS * attempt);
        }
      }
    });
  }

  /** The next display number of a kind in an area and year, from 1. */
  async nextNumber(tx: EntityManager, areaCode: string, kind: string, year: number): Promise<number> {
    const where = 'areaCode = ? AND kind = ? AND year = ?';
    const rows: { last: number }[] = await tx.query(
      `SELECT last FROM number_series WHERE ${where}${forUpdate(this.source)}`,
      [areaCode, kind, year],
    );
    const last = rows[0]?.last;
    if (last === undefined) await tx.insert(NumberSeries, { areaCode, kind, year, last: 1 });
    else await tx.query(`UPDATE number_series SET last = ? WHERE ${where}`, [last + 1, areaCode, kind, year]);
    return (last ?? 0) + 1;
  }

  private async claim(tx: EntityManager, personId: string, request: NonNullable<Actor['request']>): Promise<void> {
    try {
      const row = { personId, requestKey: request.key, bodyDigest: this.keptDigest(personId, request) };
      await insertRows(tx, 'idempotency_key', [{ ...row, createdAt: this.clock.now() }]);
    } catch (error) {
      if (isDuplicate(error)) throw new Repeated();
      throw error;
    }
  }

  private async firstAnswer<T>(personId: string, request: NonNullable<Actor['request']>): Promise<T> {
    const stored = await this.source.manager.findOneByOrFail(IdempotencyKey, { personId, requestKey: request.key });
    if (stored.bodyDigest !== this.keptDigest(personId, request)) throw new ProblemError('idempotency_key_reused');
    return stored.answer as T;
  }

  /**
   * What is stored of a body. Bodies may hold a password, of which a plain digest would be a quick hash: whoever reads the database
   * alone cannot try passwords against this one, and the same body under another key looks different.
   */
  private keptDigest(personId: string, { key, digest }: NonNullable<Actor['request']>): string {
    return this.secret.sign('idempotency-key', `${personId} ${digest} ${key}`);
  }
}
