import { Entity, Index } from 'typeorm';
import { Col, Key, Name } from '../platform/database/columns';

/** A photo: announced, its parts arriving (they lie on disk until it is whole), then stored re-encoded. `storedDigest` is of the file on disk; the ledger holds it too. */
@Entity('photo')
export class Photo {
  @Key('id') id: string;
  /** Who sent it: a person, or the report of somebody who need not say who they are. */
  @Index() @Col('id') personId: string;
  @Col('area') townshipCode: string;
  @Col('int') bytes: number;
  @Col('digest') digest: string;
  @Col('instant') receivedAt: Date;
  @Col('instant', { nullable: true }) storedAt: Date | null;
  @Name(200, { nullable: true }) path: string | null;
  @Col('int', { nullable: true }) storedBytes: number | null;
  @Col('digest', { nullable: true }) storedDigest: string | null;
  @Col('int', { nullable: true }) width: number | null;
  @Col('int', { nullable: true }) height: number | null;
  /** What it belongs to; a photo without is removed after 30 days. */
  @Col('key', { nullable: true }) subjectType: string | null;
  @Index() @Col('id', { nullable: true }) subjectId: string | null;
}
