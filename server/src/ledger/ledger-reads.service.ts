import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { covers } from '@zerentian/shared/areas/area.contract';
import type { Page } from '@zerentian/shared/fields';
import { isSafetyDeputy, isSafetyStation } from '@zerentian/shared/hazards/hazard.roles';
import type { LedgerEntryView, ledgerQuery } from '@zerentian/shared/ledger/ledger.contract';
import type { Profile } from '@zerentian/shared/posts/profile';
import { DataSource } from 'typeorm';
import type * as z from 'zod/mini';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { isoOf } from '../platform/database/plain-row';
import { ProblemError } from '../platform/problem';
import { Access, chosenPost, type HeldPost } from '../posts/access.service';
import { chainFor } from './ledger.service';
import { type LedgerReader, subjectRule } from './ledger.subjects';

const DEFAULT_LIMIT = 100;

/** Leaders, deputies, 党政综合办, 乡纪委 and the county; besides them the head of 安监站, but not its staff. */
const READERS: readonly Profile[] = ['leader', 'deputy', 'office', 'discipline', 'county'];
const STATION_HEADS =
  "SELECT `key` FROM post_kind WHERE profile = 'station' AND line = 'supervision' AND singleHolder = 1";

interface Row extends Omit<LedgerEntryView, 'occurredAt' | 'receivedAt' | 'content'> {
  occurredAt: unknown;
  receivedAt: unknown;
  content: string | null;
}

/** Reading the ledger, for those who lead, supervise or keep the papers of an area. */
@Injectable()
export class LedgerReads {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** Entries of the chain that an area's acts go to, oldest first, from a page's end or a sequence number on. Refused outside the reader's scope. */
  async list(actor: Actor, query: z.infer<typeof ledgerQuery>): Promise<Page<LedgerEntryView>> {
    const chain = chainFor(query.area);
    const heads = await this.stationHeads();
    const mayRead = (post: HeldPost) => READERS.includes(post.profile) || heads.has(post.kindKey);
    const held = await this.access.postsOf(actor.personId, this.clock.now());
    const isHere = (it: HeldPost) => covers(it.areaCode, chain);
    chosenPost(held, undefined, mayRead, isHere);
    await this.checkArea(query.area);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await this.source.query<Row[]>(
      `SELECT e.chain, e.seq, e.occurredAt, e.receivedAt, e.personId, e.postId, e.act, e.subjectType, e.subjectId, e.digest,
       e.previousHash, e.hash, a.content, a.salt, a.erasedBySeq
       FROM ledger_entry e LEFT JOIN ledger_act a ON a.chain = e.chain AND a.seq = e.seq
       WHERE e.chain = ? AND e.seq > ? ORDER BY e.seq LIMIT ?`,
      [chain, Number(query.cursor ?? query.after ?? 0), limit + 1],
    );
    const shown = rows.slice(0, limit);
    const told = toldOf(held.filter(isHere));
    return {
      items: shown.map((row) => view(row, told)),
      nextCursor: rows.length > limit ? String(shown.at(-1)?.seq) : null,
    };
  }

  private async stationHeads(): Promise<Set<string>> {
    const kinds = await this.source.query<{ key: string }[]>(STATION_HEADS);
    return new Set(kinds.map((kind) => kind.key));
  }

  private async checkArea(code: string): Promise<void> {
    const [area] = await this.source.query<{ code: string }[]>('SELECT code FROM area WHERE code = ?', [code]);
    if (!area) throw ProblemError.at('unknown_area', 'area', '没有这个辖区');
  }
}

/** What is confidential among the entries, for the posts of whoever asks. */
function toldOf(posts: HeldPost[]): ReadonlySet<LedgerReader> {
  const told = new Set<LedgerReader>();
  if (posts.some((post) => post.profile === 'discipline')) told.add('discipline');
  if (posts.some((post) => isSafetyStation(post) || isSafetyDeputy(post))) told.add('sifters');
  return told;
}

/** Whoever may not read what was done sees that something was, and may check the chain by it. */
function view(row: Row, told: ReadonlySet<LedgerReader>): LedgerEntryView {
  const toldTo = subjectRule(row.subjectType)?.toldTo;
  const isWithheld = toldTo !== undefined && !told.has(toldTo);
  const content = row.content === null || isWithheld ? null : JSON.parse(row.content);
  const salt = isWithheld ? null : row.salt;
  return { ...row, salt, occurredAt: isoOf(row.occurredAt), receivedAt: isoOf(row.receivedAt), content };
}
