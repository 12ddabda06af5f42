import type { DataSource } from 'typeorm';
import { openSnapshot, type Snapshot } from '../platform/database/snapshot';
import type { Storage } from '../platform/storage/storage';
import type { Finding, Verdict } from './ledger.findings';
import { KnownHeads } from './ledger.heads';
import { Rebuild } from './ledger.rebuild';
import { checkSeals } from './ledger.seals';
import { walkChain } from './ledger.walk';

export interface VerifyOptions {
  /** Where the photo files are. */
  storage: Storage;
  /** Paths of heads files. */
  heads: string[];
  /** Paths of the daily heads files where the server keeps them: whichever is among `heads` or not, their seals must follow one another. */
  row: string[];
  /** One chain only. */
  chain: string | null;
}

/**
 * `ledger verify`: (a) walks every chain, (b) recomputes every digest, (c) rebuilds each subject from its acts and compares it with
 * its row and photo files, (d) compares with heads kept outside, whose seals must follow one another. All of it on one snapshot, while the server may go on writing.
 */
export async function verifyLedger(
  source: DataSource,
  options: VerifyOptions,
  tell: (finding: Finding) => void,
): Promise<Verdict> {
  const verdict: Verdict = { chains: [], entries: 0, subjects: 0, photos: 0, erased: [], findings: 0 };
  const report = (finding: Finding) => {
    verdict.findings++;
    tell(finding);
  };
  const heads = new KnownHeads();
  for (const path of options.heads) heads.add(path);
  checkSeals(options.heads, options.row, report);
  const snapshot = await openSnapshot(source);
  try {
    const chains = await chainsOf(snapshot, heads);
    const wanted = options.chain === null ? chains : chains.filter((chain) => chain === options.chain);
    for (const chain of wanted) await walkChain(snapshot, chain, heads, verdict, report);
    await new Rebuild(source, snapshot, options.storage, verdict, report).run(options.chain);
  } finally {
    await snapshot.close();
  }
  return verdict;
}

/** Every chain that anything speaks of: entries, acts, heads in the database and heads kept outside. */
async function chainsOf(snapshot: Snapshot, heads: KnownHeads): Promise<string[]> {
  const sql = 'SELECT chain FROM ledger_chain UNION SELECT chain FROM ledger_entry UNION SELECT chain FROM ledger_act';
  const rows = await snapshot.rows<{ chain: string }>(sql);
  return [...new Set([...rows.map((row) => row.chain), ...heads.chains()])].sort();
}
