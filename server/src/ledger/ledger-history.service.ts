import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { instantOf } from '../platform/database/instant';
import type { ActContent } from './ledger.service';

/** An act of a subject, read back. `content` is null once personal data in it was erased. */
export interface PastAct {
  seq: number;
  act: string;
  personId: string | null;
  postId: string | null;
  occurredAt: Date;
  receivedAt: Date;
  content: ActContent | null;
}

interface PastRow extends Omit<PastAct, 'content' | 'occurredAt' | 'receivedAt'> {
  occurredAt: string | Date;
  receivedAt: string | Date;
  content: string | null;
}

const HISTORY = `
  SELECT e.seq, e.act, e.personId, e.postId, e.occurredAt, e.receivedAt, a.content
  FROM ledger_entry e JOIN ledger_act a ON a.chain = e.chain AND a.seq = e.seq
  WHERE e.subjectId = ? AND e.subjectType = ? ORDER BY e.chain, e.seq`;

/** The ledger is the history: nothing else keeps who did what when. */
@Injectable()
export class LedgerHistory {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** All acts on a subject, oldest first. Ids are made by whoever creates: one that something of another kind has too tells nothing of that. */
  async of(subjectType: string, subjectId: string, tx: EntityManager = this.source.manager): Promise<PastAct[]> {
    const rows = await tx.query<PastRow[]>(HISTORY, [subjectId, subjectType]);
    return rows.map((row) => ({
      ...row,
      occurredAt: instantOf(row.occurredAt),
      receivedAt: instantOf(row.receivedAt),
      content: row.content === null ? null : JSON.parse(row.content),
    }));
  }
}
