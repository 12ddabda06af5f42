import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dateOf } from '@zerentian/shared/calendar';
import * as z from 'zod/mini';
import type { Snapshot } from '../platform/database/snapshot';
import { canonical, type DigestName, digest, digestNames, digestOfChain } from './ledger.digest';
import type { Report } from './ledger.findings';

/** What the server calls the day's file. */
const DAILY = /^\d{4}-\d\d-\d\d\.json$/;

const hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** The last entry of every chain at an instant, kept outside the database. The seal covers all of it and the file before. */
export const headsFile = z.strictObject({
  format: z.literal('zerentian-ledger-heads/1'),
  date: z.string(),
  at: z.string(),
  /** What the seal is made with. */
  digest: z.enum(digestNames),
  chains: z.array(z.strictObject({ chain: z.string(), seq: z.int(), hash: hex, digest: z.string() })),
  /** Seal of the file written before this one; null for the first. */
  previousSeal: z.nullable(hex),
  seal: hex,
});
export type HeadsFile = z.infer<typeof headsFile>;

/** A chain's head in a row; what the first entry follows tells its digest. */
const HEADS = `SELECT c.chain, e.seq, e.hash, f.previousHash AS first FROM ledger_chain c
  JOIN ledger_entry e ON e.chain = c.chain AND e.seq = c.seq
  JOIN ledger_entry f ON f.chain = c.chain AND f.seq = 1 ORDER BY c.chain`;

/** The heads of now, sealed. */
export async function currentHeads(
  snapshot: Snapshot,
  now: Date,
  name: DigestName,
  previousSeal: string | null,
): Promise<HeadsFile> {
  const rows = await snapshot.rows<{ chain: string; seq: number; hash: string; first: string }>(HEADS);
  const chains = rows.map(({ chain, seq, hash, first }) => ({
    chain,
    seq,
    hash,
    digest: digestOfChain(chain, first) ?? 'unknown',
  }));
  const unsealed = {
    format: 'zerentian-ledger-heads/1',
    date: dateOf(now),
    at: now.toISOString(),
    digest: name,
    chains,
    previousSeal,
  } as const;
  return { ...unsealed, seal: sealOf(unsealed) };
}

export function sealOf(heads: Omit<HeadsFile, 'seal'>): string {
  return digest(heads.digest, canonical(heads));
}

/** Thrown for a file that is not what it should be; the message is for the operator. */
export class HeadsFileError extends Error {}

/** Reads a heads file; refuses one that is none. */
export function readHeads(path: string): HeadsFile {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new HeadsFileError(`${path}: ${(error as Error).message}`);
  }
  const parsed = z.safeParse(headsFile, json);
  if (!parsed.success) throw new HeadsFileError(`${path} is not a heads file of this program`);
  return parsed.data;
}

/**
 * The heads files that a path names: itself, or those of a folder, whatever they are called. @throws HeadsFileError where a folder
 * holds none: a check against nothing must not pass for one against what the operator named.
 */
export function headsFilesAt(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name.endsWith('.json'));
  const files = names.sort().map((name) => join(path, name));
  const found = files.filter((file) => DAILY.test(basename(file)) || claimsToBeHeads(file));
  if (found.length === 0) throw new HeadsFileError(`${path} 里没有链头记录 holds no heads file: nothing was compared`);
  return found;
}

/** Also of a file that was damaged: that is to be told, not passed over. */
function claimsToBeHeads(path: string): boolean {
  return statSync(path).isFile() && readFileSync(path, 'utf8').includes('zerentian-ledger-heads/');
}

/** The daily heads files of a folder, oldest first; none if there is no such folder. */
export function headsFilesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => DAILY.test(name));
  return names.sort().map((name) => join(path, name));
}

/** The seal that the next file follows; a file that cannot be read breaks the row, which the check will tell. */
export function lastSeal(known: string[]): string | null {
  const last = known.at(-1);
  if (last === undefined) return null;
  try {
    return readHeads(last).seal;
  } catch {
    return null;
  }
}

/** What head files remember, to be compared while a chain is walked. */
export class KnownHeads {
  private readonly remembered = new Map<string, Map<number, { hash: string; file: string }[]>>();

  /** Adds a file, whatever its seal says: that is looked at in ledger.seals.ts. */
  add(path: string): void {
    const heads = readHeads(path);
    const file = basename(path);
    for (const { chain, seq, hash } of heads.chains) {
      const bySeq = this.remembered.get(chain) ?? new Map();
      this.remembered.set(chain, bySeq);
      bySeq.set(seq, [...(bySeq.get(seq) ?? []), { hash, file }]);
    }
  }

  /** Chains that a file remembers, whether or not they still have entries. */
  chains(): string[] {
    return [...this.remembered.keys()];
  }

  compare(chain: string, seq: number, hash: string, report: Report): void {
    for (const known of this.remembered.get(chain)?.get(seq) ?? []) {
      if (known.hash === hash) continue;
      const words = `${known.file} remembers ${known.hash}, now it is ${hash}: the chain was written anew`;
      report({ kind: 'tail-rewritten', where: `entry ${chain}/${seq}`, words });
    }
  }

  /** Called at the end of a chain: whatever a file remembers beyond it is gone. */
  finish(chain: string, lastSeq: number, report: Report): void {
    for (const [seq, files] of this.remembered.get(chain) ?? []) {
      if (seq <= lastSeq) continue;
      const words = `${files[0]?.file} remembers entry ${seq}, the chain now ends at ${lastSeq}`;
      report({ kind: 'chain-shortened', where: `chain ${chain}`, words });
    }
  }
}
