import { Entity, Index } from 'typeorm';
import { Col, Key, Name } from '../platform/database/columns';

/** The head of a chain; its row is the lock that makes acts of one township follow one another. */
@Entity('ledger_chain')
export class LedgerChain {
  @Key('area') chain: string;
  @Col('int') seq: number;
  @Col('digest') hash: string;
}

/** An entry of 台账链: never updated, never deleted. */
@Entity('ledger_entry')
@Index(['subjectId', 'chain', 'seq'])
@Index(['personId', 'occurredAt'])
export class LedgerEntry {
  @Key('area') chain: string;
  @Key('int') seq: number;
  @Col('instant') occurredAt: Date;
  @Col('instant') receivedAt: Date;
  @Col('id', { nullable: true }) personId: string | null;
  @Col('id', { nullable: true }) postId: string | null;
  @Col('key') act: string;
  @Col('key') subjectType: string;
  @Name(64) subjectId: string;
  /** H(salt ‖ canonical content). */
  @Col('digest') digest: string;
  @Col('digest') previousHash: string;
  @Col('digest') hash: string;
}

/** What an entry is about, as canonical JSON. Erasing personal data removes content and salt; the digest stays. */
@Entity('ledger_act')
export class LedgerAct {
  @Key('area') chain: string;
  @Key('int') seq: number;
  @Col('text', { nullable: true }) content: string | null;
  @Name(64, { nullable: true }) salt: string | null;
  @Col('int', { nullable: true }) erasedBySeq: number | null;
}
