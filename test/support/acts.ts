import type { TestApp } from './app';

/** An entry of the ledger with what it is about, as tests look at it. */
export interface RecordedAct {
  chain: string;
  seq: number;
  act: string;
  personId: string | null;
  postId: string | null;
  subjectId: string;
  changes: Record<string, unknown>;
  facts: Record<string, unknown>;
}

/** Every act on a subject, oldest first. */
export async function actsOn(app: TestApp, subjectId: string): Promise<RecordedAct[]> {
  const rows: (RecordedAct & { content: string })[] = await app.source.query(
    `SELECT e.chain, e.seq, e.act, e.personId, e.postId, e.subjectId, a.content
     FROM ledger_entry e JOIN ledger_act a ON a.chain = e.chain AND a.seq = e.seq WHERE e.subjectId = ? ORDER BY e.seq`,
    [subjectId],
  );
  return rows.map(({ content, ...entry }) => ({ ...entry, ...JSON.parse(content) }));
}

/** The newest act on a subject. */
export async function lastAct(app: TestApp, subjectId: string): Promise<RecordedAct> {
  const act = (await actsOn(app, subjectId)).at(-1);
  if (!act) throw new Error(`nothing in the ledger about ${subjectId}`);
  return act;
}
