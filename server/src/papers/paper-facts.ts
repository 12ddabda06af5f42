import type { HazardPath, HazardView } from '@zerentian/shared/hazards/hazard.contract';
import type { CountyFacts, HazardLevel } from '@zerentian/shared/hazards/hazard.facts';
import type { HazardState } from '@zerentian/shared/hazards/hazard.vocabulary';
import type { PastAct } from '../ledger/ledger-history.service';
import type { OwnEnterprises } from '../posts/discretion.service';

/** The columns of a hazard that papers name, as they stood after an act. */
export interface Standing {
  path: HazardPath;
  level: HazardLevel;
  standardClause: string | null;
  areaCode: string;
  trade: string | null;
  unitId: string | null;
  ownership: HazardView['ownership'];
  responsibleUnitId: string | null;
  assistingUnitId: string | null;
  description: string | null;
  spot: string | null;
  photoIds: string[];
  deadline: string | null;
  county: CountyFacts | null;
}

/** A unit as papers name it. */
export interface PaperUnit {
  id: string;
  name: string;
  kind: string;
  address: string | null;
  principal: string | null;
  phone: string | null;
}

/** A unit as its reader may know it: of an enterprise that is not their business the name alone (Discretion), as in the register. */
export function shownUnit(unit: PaperUnit | null, own: OwnEnterprises): PaperUnit | null {
  if (unit === null || own === null || unit.kind !== 'enterprise' || own.has(unit.id)) return unit;
  return { ...unit, address: null, principal: null, phone: null };
}

/** Everything that a paper says, read from the record as it stood after the act that the paper is about. */
export interface PaperFacts {
  number: string;
  /** 乡人民政府, whose paper it is. */
  issuer: string;
  /** Village and spot. */
  place: string;
  standing: Standing;
  unit: PaperUnit | null;
  responsible: PaperUnit | null;
  assisting: string | null;
  trade: string | null;
  /** The document, and its clause that makes checking the finder's duty. */
  basis: string | null;
  /** The document alone: title and number. */
  document: string | null;
  report: PastAct;
  /** The act that the paper is about. */
  act: PastAct;
  /** All acts up to that one, oldest first. */
  acts: PastAct[];
  /** A person in a post: 包村干部 张三. */
  named(pair: Pair): string;
  foot: string[];
}

export interface Pair {
  personId: string | null;
  postId: string | null;
}

/** What acts on hazards keep beside the columns that they set, as far as papers say it. */
export interface ActFacts {
  to?: HazardState;
  text?: string | null;
  companion?: Pair | null;
  photos?: unknown[];
  afterPhotos?: unknown[];
}

export function factsOf(act: PastAct): ActFacts {
  return (act.content?.facts ?? {}) as ActFacts;
}

/** The row as it stood after the last of the acts: each act names the columns that it set. */
export function standingAfter(acts: PastAct[], current: Standing): Standing {
  // Where the first act was erased only the row itself still knows.
  const known = acts[0]?.content ? {} : current;
  return Object.assign({}, known, ...acts.map((act) => act.content?.changes ?? {}));
}

/** The words of an act, or that they had to go. */
export function wordsOf(act: PastAct | undefined): string | null {
  if (!act) return null;
  return act.content === null ? '（内容已按规定删除）' : (factsOf(act).text ?? null);
}
