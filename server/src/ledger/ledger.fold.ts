import { isoOf } from '../platform/database/plain-row';
import type { Report } from './ledger.findings';
import { stepProblem } from './ledger.steps';
import { awaitedIn, type PhotoFact, photosIn } from './photo-facts';

/** An act of a subject, in the order of its chain. */
export interface SubjectAct {
  chain: string;
  seq: number;
  receivedAt: unknown;
  act: string;
  subjectType: string;
  subjectId: string;
  content: string | null;
}

/** What the acts of one subject add up to. */
export interface Folded {
  subjectType: string;
  subjectId: string;
  /** Column → the value that its last act set. */
  values: Record<string, unknown>;
  /** Digests of documents too large for an act, by the name of the fact. */
  digests: Record<string, unknown>;
  /** Some act could not be read: what it set is unknown unless a later one set it again. */
  gaps: boolean;
  photos: { fact: PhotoFact; where: string }[];
  /** Photos that were still on their way when an act took them. */
  awaited: string[];
}

/** A subject in the words of a finding. */
export function subjectName(folded: { subjectType: string; subjectId: string }): string {
  return `${folded.subjectType} ${folded.subjectId}`;
}

/** Acts by subject, each in the order in which they happened; a subject of two chains is ordered by arrival. */
export function bySubject(acts: SubjectAct[]): SubjectAct[][] {
  const groups = new Map<string, SubjectAct[]>();
  for (const act of acts) {
    const key = `${act.subjectType} ${act.subjectId}`;
    const group = groups.get(key);
    if (group) group.push(act);
    else groups.set(key, [act]);
  }
  for (const group of groups.values()) {
    if (group.some((act) => act.chain !== group[0]?.chain)) group.sort(byArrival);
  }
  return [...groups.values()];
}

function byArrival(a: SubjectAct, b: SubjectAct): number {
  const [left, right] = [isoOf(a.receivedAt), isoOf(b.receivedAt)];
  if (left !== right) return left < right ? -1 : 1;
  return a.chain === b.chain ? a.seq - b.seq : a.chain.length - b.chain.length;
}

/**
 * (c) Replays the acts of one subject. An erased act says nothing more: the entry of its erasure restates its columns as they were
 * left, so the end can still be compared; the steps between the two cannot be judged by the state, and are not.
 */
export function fold(acts: SubjectAct[], report: Report): Folded {
  const { subjectType, subjectId } = acts[0] as SubjectAct;
  const folded: Folded = { subjectType, subjectId, values: {}, digests: {}, gaps: false, photos: [], awaited: [] };
  let state: string | null | undefined;
  for (const act of acts) {
    const content = contentOf(act, report);
    if (!content) {
      folded.gaps = true;
      state = null;
      continue;
    }
    const where = `entry ${act.chain}/${act.seq}`;
    const after = content.changes.state as string | undefined;
    const problem = stepProblem(subjectType, act.act, state, after);
    if (problem) report({ kind: 'step-not-allowed', where, words: `${subjectName(folded)}: ${problem}` });
    state = after ?? state;
    Object.assign(folded.values, content.changes);
    for (const [name, value] of Object.entries(content.facts))
      if (name.endsWith('Digest')) folded.digests[name] = value;
    for (const fact of photosIn(content.facts)) folded.photos.push({ fact, where });
    folded.awaited.push(...awaitedIn(content.facts));
  }
  return folded;
}

interface Content {
  changes: Record<string, unknown>;
  facts: Record<string, unknown>;
}

/** What an act tells; null where it is gone (the walk of the chain has said why). */
function contentOf(act: SubjectAct, report: Report): Content | null {
  if (act.content === null) return null;
  try {
    const content = JSON.parse(act.content);
    if (isObject(content?.changes) && isObject(content.facts)) return content;
  } catch {
    // told below, like any other content that cannot be read
  }
  report({ kind: 'act-unreadable', where: `act ${act.chain}/${act.seq}`, words: 'its content is not an act' });
  return null;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
