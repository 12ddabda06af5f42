import type { Actor } from '../platform/auth/actor';
import type { SheetWords } from '../platform/excel/workbook';
import type { Paper } from '../platform/pdf/paper';

/** Whose pack, and of which days. */
export interface PackScope {
  kind: 'township' | 'village' | 'enterprise';
  name: string;
  areaCode: string;
  /** The enterprise's; null for an area. */
  unitId: string | null;
  /** What the asker's post reaches: of an enterprise a village's team reads what lies in the village; empty for the enterprise itself. */
  reach: string;
  from: string;
  until: string;
  /** The same days as instants, half-open. */
  start: Date;
  end: Date;
}

/** For whom a pack is made, now. */
export interface PackAsk {
  actor: Actor;
  scope: PackScope;
  now: Date;
}

/** A piece of the paper with a line of its own in the table of contents. */
export interface Chapter {
  title: string;
  compose(paper: Paper): Promise<void> | void;
}

/**
 * One kind of thing in a pack, in one file. A new kind is one more class with this shape, and one more line in `evidence-packs.service.ts`.
 * Each shows no more than its asker may see.
 */
export interface EvidenceSource {
  /** As the contents name it, and what it counts: 隐患 3 条. */
  readonly name: string;
  readonly unit: string;
  count(ask: PackAsk): Promise<number>;
  /** In the order in which they stand on the paper; small until composed. */
  chapters(ask: PackAsk): Promise<Chapter[]>;
  /** Their rows are read as they are written. */
  sheets(ask: PackAsk): SheetWords[];
}
