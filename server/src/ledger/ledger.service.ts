import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { chainOf } from '@zerentian/shared/areas/area.contract';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../platform/config';
import { forUpdate } from '../platform/database/data-source';
import type { Moment } from '../platform/writes/moment';
import { canonical, digest, GENESIS, hashOf, plain } from './ledger.digest';
import { LedgerAct, LedgerChain, LedgerEntry } from './ledger.entity';

/** An accountable act, as a service tells it. */
export interface NewEntry {
  /** Area of the subject; its township's chain takes the entry, the county's if it lies above. */
  areaCode: string;
  act: string;
  subjectType: string;
  subjectId: string;
  personId: string | null;
  postId: string | null;
  moment: Moment;
  /** Columns of the subject's row that this act set, with their new values: all of them at its making. */
  changes: Record<string, unknown>;
  /** Whatever else the history needs: words, photos with their digests, who came along. */
  facts?: Record<string, unknown>;
}

/** An act's content, as it is digested and shown. */
export interface ActContent {
  changes: Record<string, unknown>;
  facts: Record<string, unknown>;
  doubted?: true;
}

/** The chain that takes acts in an area: its township's, or its county's (or whatever lies highest) above townships. */
export function chainFor(areaCode: string): string {
  return chainOf(areaCode).filter((code) => code.length <= 9).at(-1) ?? areaCode;
}

@Injectable()
export class Ledger {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Writes act and entry in the caller's transaction. The chain's row is locked until it ends: one chain commits one at a time. */
  async record(tx: EntityManager, entry: NewEntry): Promise<LedgerEntry> {
    const chain = chainFor(entry.areaCode);
    const head = await this.lockedHead(tx, chain);
    const content: ActContent = { changes: plain(entry.changes) as never, facts: (plain(entry.facts ?? {}) ?? {}) as never };
    if (entry.moment.doubted) content.doubted = true;
    const text = canonical(content);
    const salt = randomBytes(16).toString('hex');
    const row = this.link(head, entry, digest(this.config.ledgerDigest, salt, text));
    await tx.insert(LedgerEntry, row);
    await tx.insert(LedgerAct, { chain, seq: row.seq, content: text, salt, erasedBySeq: null });
    await tx.query('UPDATE ledger_chain SET seq = ?, hash = ? WHERE chain = ?', [row.seq, row.hash, chain]);
    return row;
  }

  private link(head: LedgerChain, entry: NewEntry, contentDigest: string): LedgerEntry {
    const unhashed = {
      chain: head.chain,
      seq: head.seq + 1,
      occurredAt: entry.moment.occurredAt,
      receivedAt: entry.moment.receivedAt,
      personId: entry.personId,
      postId: entry.postId,
      act: entry.act,
      subjectType: entry.subjectType,
      subjectId: entry.subjectId,
      digest: contentDigest,
      previousHash: head.hash,
    };
    return { ...unhashed, hash: hashOf(this.config.ledgerDigest, unhashed) };
  }

  private async lockedHead(tx: EntityManager, chain: string): Promise<LedgerChain> {
    const sql = `SELECT chain, seq, hash FROM ledger_chain WHERE chain = ?${forUpdate(tx.dataSource)}`;
    const [head] = await tx.query<LedgerChain[]>(sql, [chain]);
    if (head) return head;
    const first = { chain, seq: 0, hash: GENESIS };
    await tx.insert(LedgerChain, first);
    return first;
  }
}
