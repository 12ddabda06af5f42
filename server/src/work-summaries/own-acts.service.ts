import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { startOf } from '@zerentian/shared/calendar';
import { DataSource } from 'typeorm';
import type { ActContent } from '../ledger/ledger.service';
import { isoOf, storedInstant } from '../platform/database/plain-row';

/** One act of somebody, as the ledger has it. */
export interface OwnAct {
  chain: string;
  seq: number;
  hash: string;
  act: string;
  postId: string | null;
  occurredAt: Date;
  receivedAt: Date;
  /** Empty once personal data was erased. */
  changes: Record<string, unknown>;
  /** Went along to a re-check that somebody else entered. */
  accompanied: boolean;
  hazardId: string | null;
}

interface Row extends Pick<OwnAct, 'chain' | 'seq' | 'hash' | 'act' | 'postId'> {
  subjectType: string;
  subjectId: string;
  occurredAt: string | Date;
  receivedAt: string | Date;
  content: string | null;
}

interface Facts {
  hazardId?: string;
  companion?: { personId: string; postId: string | null } | null;
}

const COLUMNS =
  'e.chain, e.seq, e.hash, e.act, e.postId, e.subjectType, e.subjectId, e.occurredAt, e.receivedAt, a.content';
const ACT = 'JOIN ledger_act a ON a.chain = e.chain AND a.seq = e.seq';
const OWN = `SELECT ${COLUMNS} FROM ledger_entry e ${ACT} WHERE e.personId = ? AND e.occurredAt >= ? AND e.occurredAt < ?`;
const SCOPES = `
  SELECT DISTINCT areaCode FROM tenure
  WHERE personId = ? AND supersededAt IS NULL AND startsOn < ? AND (endsOn IS NULL OR endsOn > ?)`;
/**
 * An entry belongs to whoever made it; who went along stands in its content. The way there is by the hazards touched since, in the
 * places where the person served: their villages or their township, never the whole chain.
 */
const accompanied = (column: 'areaCode' | 'townshipCode') => `
  SELECT ${COLUMNS} FROM hazard h
  JOIN ledger_entry e ON e.subjectId = h.id AND e.act IN ('hazard-verify', 'hazard-return') AND e.occurredAt >= ? AND e.occurredAt < ?
  ${ACT} WHERE h.${column} = ? AND h.updatedAt >= ? AND a.content LIKE ?`;

/** What a person did in a span of dates, read from the ledger alone. */
@Injectable()
export class OwnActs {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Acts that happened in [from, until), in the order in which they happened. */
  async of(personId: string, from: string, until: string): Promise<OwnAct[]> {
    const span = [storedInstant(startOf(from)), storedInstant(startOf(until))];
    const own = await this.source.query<Row[]>(OWN, [personId, ...span]);
    const joined = await this.joined(personId, from, until, span);
    const acts = [...own.map((row) => actOf(row, null)), ...joined.map((row) => actOf(row, personId))];
    return acts.sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || a.seq - b.seq);
  }

  private async joined(personId: string, from: string, until: string, span: string[]): Promise<Row[]> {
    const scopes = await this.source.query<{ areaCode: string }[]>(SCOPES, [personId, until, from]);
    const rows = new Map<string, Row>();
    for (const { areaCode } of scopes) {
      if (areaCode.length < 9) continue;
      const sql = accompanied(areaCode.length === 12 ? 'areaCode' : 'townshipCode');
      const parameters = [...span, areaCode, span[0], `%"companion":{"personId":"${personId}"%`];
      for (const row of await this.source.query<Row[]>(sql, parameters)) rows.set(`${row.chain} ${row.seq}`, row);
    }
    return [...rows.values()];
  }
}

/** `companion`: the person who went along, whose own post is then the one that counts. */
function actOf(row: Row, companion: string | null): OwnAct {
  const content: ActContent | null = row.content === null ? null : JSON.parse(row.content);
  const facts = (content?.facts ?? {}) as Facts;
  const { chain, seq, hash, act } = row;
  return {
    ...{ chain, seq, hash, act },
    postId: companion === null ? row.postId : (facts.companion?.postId ?? null),
    occurredAt: new Date(isoOf(row.occurredAt)),
    receivedAt: new Date(isoOf(row.receivedAt)),
    changes: content?.changes ?? {},
    accompanied: companion !== null,
    hazardId: row.subjectType === 'hazard' ? row.subjectId : (facts.hazardId ?? null),
  };
}
