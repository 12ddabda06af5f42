import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Col, Key } from '../database/columns';

/** The 2xx answer of a write, kept 400 days under the key that its sender chose, so that a repeat gets the same. */
@Entity('idempotency_key')
export class IdempotencyKey {
  @Key('id') personId: string;
  @PrimaryColumn({ type: 'varchar', length: 100 }) requestKey: string;
  /** Keyed with the server's own secret (Writes), for bodies may hold passwords. */
  @Col('digest') bodyDigest: string;
  @Col('json', { nullable: true }) answer: unknown;
  @Index() @Col('instant') createdAt: Date;
}

/** The next display number of a kind of thing in an area and year. */
@Entity('number_series')
export class NumberSeries {
  @Key('area') areaCode: string;
  @Key('key') kind: string;
  @Key('int') year: number;
  @Col('int') last: number;
}
