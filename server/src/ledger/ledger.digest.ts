import { createHash, hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SM3 (GB/T 32905) by default, SHA-256 by setting. A chain keeps the one that it began with. */
export type DigestName = 'sm3' | 'sha256';
export const digestNames: readonly DigestName[] = ['sm3', 'sha256'];

export function digest(name: DigestName, ...parts: (string | Uint8Array)[]): string {
  const only = parts[0];
  if (parts.length === 1 && only !== undefined) return hash(name, only, 'hex');
  const running = createHash(name);
  for (const part of parts) running.update(part);
  return running.digest('hex');
}

/** Canonical JSON (RFC 8785): instants as UTC ISO text, what is undefined left out. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('nothing to write canonically');
  return text;
}

/** What an entry's own hash covers: everything of it but the hash. Instants are UTC ISO text with milliseconds. */
export interface Hashed {
  chain: string;
  seq: number;
  occurredAt: string;
  receivedAt: string;
  personId: string | null;
  postId: string | null;
  act: string;
  subjectType: string;
  subjectId: string;
  digest: string;
  previousHash: string;
}

/** The text that the hash covers. The names stand in the order of canonical JSON, so that plain `stringify` writes it canonically. */
export function hashedText(entry: Hashed): string {
  return JSON.stringify({
    act: entry.act,
    chain: entry.chain,
    digest: entry.digest,
    occurredAt: entry.occurredAt,
    personId: entry.personId,
    postId: entry.postId,
    previousHash: entry.previousHash,
    receivedAt: entry.receivedAt,
    seq: entry.seq,
    subjectId: entry.subjectId,
    subjectType: entry.subjectType,
  });
}

/** The entry's own hash. */
export function hashOf(name: DigestName, entry: Hashed): string {
  return hash(name, hashedText(entry), 'hex');
}

/** The digest of an act: salted, so that what was erased cannot be found again by trying likely contents. */
export function contentDigest(name: DigestName, salt: string, content: string): string {
  return hash(name, salt + content, 'hex');
}

/** What the first entry of a chain follows: it names the chain and, by being made with it, the digest that the chain uses. */
export function genesis(name: DigestName, chain: string): string {
  return hash(name, `zerentian ledger ${chain}`, 'hex');
}

/** The digest that a chain uses, told by what its first entry follows; null if that fits none. */
export function digestOfChain(chain: string, firstPreviousHash: string): DigestName | null {
  return digestNames.find((name) => genesis(name, chain) === firstPreviousHash) ?? null;
}
