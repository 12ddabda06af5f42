import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { dateOf } from '@zerentian/shared/calendar';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/auth/actor';

/** Who held a post of a kind somewhere on a day. */
export interface CastMember extends Actor {
  postId: string;
}

interface Row {
  personId: string;
  postId: string;
}

const HELD = `
  SELECT t.personId, t.postId FROM tenure t JOIN post p ON p.id = t.postId
  WHERE p.kindKey = ? AND p.areaCode LIKE ? AND (? = '' OR p.unitId = ?)
    AND t.supersededAt IS NULL AND t.startsOn <= ? AND (t.endsOn IS NULL OR t.endsOn > ?)
  ORDER BY t.\`lead\` DESC, t.startsOn, t.id`;

/** The people of the demo township in their parts, as they were on each day of its history. */
@Injectable()
export class DemoCast {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Everybody in the part, the lead first. */
  async all(kind: string, areaCode: string, at: Date, unitId = ''): Promise<CastMember[]> {
    const day = dateOf(at);
    const rows: Row[] = await this.source.query(HELD, [kind, `${areaCode}%`, unitId, unitId, day, day]);
    return rows.map((row) => ({ ...row, sessionId: 'demo', request: null }));
  }

  /** The first of them; null where the post was vacant. */
  async one(kind: string, areaCode: string, at: Date, unitId = ''): Promise<CastMember | null> {
    return (await this.all(kind, areaCode, at, unitId))[0] ?? null;
  }
}
