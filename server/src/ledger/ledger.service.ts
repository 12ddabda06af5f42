import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { chainOf } from '@zerentian/shared/areas/area.contract';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../platform/config';
import { forUpdate } from '../platform/database/data-source';
import { insertRows } from '../platform/database/insert-rows';
import { storedInstant } from '../platform/database/plain-row';
import type { Moment } from '../platform/writes/moment';
import { canonical, contentDigest, type DigestName, digest, digestOfChain, genesis, hashOf } from './ledger.digest';
import type { LedgerEntry } from './ledger.entity';
import { type Erasure, whatRemains } from './ledger.erasure';

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

interface Head {
  chain: string;
  seq: number;
  hash: string;
  digest: DigestName;
}

/** The chain that takes acts in an area: its township's, or its county's (or whatever lies highest) above townships. */
export function chainFor(areaCode: string): string {
  return (
    chainOf(areaCode)
      .filter((code) => code.length <= 9)
      .at(-1) ?? areaCode
  );
}

const INSERT_ENTRY = `INSERT INTO ledger_entry
  (chain, seq, occurredAt, receivedAt, personId, postId, act, subjectType, subjectId, digest, previousHash, hash)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_ACT = 'INSERT INTO ledger_act (chain, seq, content, salt, erasedBySeq) VALUES (?, ?, ?, ?, NULL)';

/** Entries in one statement: twelve values each, and databases take some thirty thousand. */
const AT_ONCE = 500;

/** What an act keeps, as a fact, of a column too large for it (`documents` of ledger.subjects.ts). */
export function documentDigest(document: unknown): string {
  return digest('sha256', canonical(document));
}

@Injectable()
export class Ledger {
  private readonly digests = new Map<string, DigestName>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Writes act and entry in the caller's transaction. The chain's row is locked until it ends: one chain commits one at a time. */
  async record(tx: EntityManager, entry: NewEntry): Promise<LedgerEntry> {
    const head = await this.lockedHead(tx, chainFor(entry.areaCode));
    const { text, salt, row } = enter(head, entry);
    const { chain, seq, personId, postId, act, subjectType, subjectId, previousHash, hash } = row;
    const [occurredAt, receivedAt] = [storedInstant(row.occurredAt), storedInstant(row.receivedAt)];
    const values = [
      chain,
      seq,
      occurredAt,
      receivedAt,
      personId,
      postId,
      act,
      subjectType,
      subjectId,
      row.digest,
      previousHash,
      hash,
    ];
    await tx.query(INSERT_ENTRY, values);
    await tx.query(INSERT_ACT, [chain, seq, text, salt]);
    await tx.query('UPDATE ledger_chain SET seq = ?, hash = ? WHERE chain = ?', [seq, hash, chain]);
    return row;
  }

  /**
   * The same for many acts of one chain at once: entry by entry the same chain, in a few statements instead of three for each.
   * @throws where an act belongs to another chain than the first
   */
  async recordAll(tx: EntityManager, entries: readonly NewEntry[]): Promise<void> {
    const [first] = entries;
    if (!first) return;
    const head = await this.lockedHead(tx, chainFor(first.areaCode));
    for (let start = 0; start < entries.length; start += AT_ONCE) {
      const some = entries.slice(start, start + AT_ONCE).map((entry) => {
        if (chainFor(entry.areaCode) !== head.chain) throw new Error(`an act of another chain than ${head.chain}`);
        const { text, salt, row } = enter(head, entry);
        Object.assign(head, { seq: row.seq, hash: row.hash });
        return { row, act: { chain: row.chain, seq: row.seq, content: text, salt, erasedBySeq: null } };
      });
      await insertRows(
        tx,
        'ledger_entry',
        some.map(({ row }) => row),
      );
      await insertRows(
        tx,
        'ledger_act',
        some.map(({ act }) => act),
      );
    }
    await tx.query('UPDATE ledger_chain SET seq = ?, hash = ? WHERE chain = ?', [head.seq, head.hash, head.chain]);
  }

  /**
   * Removes what an entry tells, for personal data that must go: content and salt disappear, so that nobody can find them again by
   * guessing, while the entry and its digest stay. An entry `erase` says who did it and why, and restates the columns that the
   * erased act had set, as the row has them now. So change the row first, then call this, in one transaction.
   * Throws if there is nothing (left) to erase.
   */
  async erase(tx: EntityManager, erasure: Erasure): Promise<LedgerEntry> {
    await this.lockedHead(tx, erasure.chain);
    const { subjectType, subjectId, changes, photos } = await whatRemains(tx, erasure);
    const entry = await this.record(tx, {
      areaCode: erasure.chain,
      act: 'erase',
      subjectType,
      subjectId,
      personId: erasure.personId,
      postId: erasure.postId,
      moment: erasure.moment,
      changes,
      facts: { erased: erasure.seq, reason: erasure.reason, photos },
    });
    const erase = 'UPDATE ledger_act SET content = NULL, salt = NULL, erasedBySeq = ? WHERE chain = ? AND seq = ?';
    await tx.query(erase, [entry.seq, erasure.chain, erasure.seq]);
    return entry;
  }

  private async lockedHead(tx: EntityManager, chain: string): Promise<Head> {
    const sql = `SELECT chain, seq, hash FROM ledger_chain WHERE chain = ?${forUpdate(tx.dataSource)}`;
    const [head] = await tx.query<Omit<Head, 'digest'>[]>(sql, [chain]);
    if (head) return { ...head, digest: this.digests.get(chain) ?? (await this.digestOf(tx, chain)) };
    const digest = this.config.ledgerDigest;
    const first = { chain, seq: 0, hash: genesis(digest, chain), digest };
    await tx.query('INSERT INTO ledger_chain (chain, seq, hash) VALUES (?, ?, ?)', [chain, 0, first.hash]);
    return first;
  }

  /** A chain goes on with the digest that it began with, whatever the setting says today. */
  private async digestOf(tx: EntityManager, chain: string): Promise<DigestName> {
    const sql = `SELECT previousHash FROM ledger_entry WHERE chain = ? AND seq = 1${forUpdate(tx.dataSource)}`;
    const [first] = await tx.query<{ previousHash: string }[]>(sql, [chain]);
    const name = first && digestOfChain(chain, first.previousHash);
    if (!name) throw new Error(`ledger ${chain}: its beginning was tampered with; run "ledger verify"`);
    this.digests.set(chain, name);
    return name;
  }
}

/** An act's content as text, and its entry after the head. */
function enter(head: Head, entry: NewEntry): { text: string; salt: string; row: LedgerEntry } {
  const content: ActContent = { changes: entry.changes, facts: entry.facts ?? {} };
  if (entry.moment.doubted) content.doubted = true;
  const text = canonical(content);
  const salt = randomBytes(16).toString('hex');
  return { text, salt, row: link(head, entry, contentDigest(head.digest, salt, text)) };
}

function link(head: Head, entry: NewEntry, contentsDigest: string): LedgerEntry {
  const { occurredAt, receivedAt } = entry.moment;
  const unhashed = {
    chain: head.chain,
    seq: head.seq + 1,
    personId: entry.personId,
    postId: entry.postId,
    act: entry.act,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId,
    digest: contentsDigest,
    previousHash: head.hash,
  };
  const instants = { occurredAt: occurredAt.toISOString(), receivedAt: receivedAt.toISOString() };
  return { ...unhashed, occurredAt, receivedAt, hash: hashOf(head.digest, { ...unhashed, ...instants }) };
}
