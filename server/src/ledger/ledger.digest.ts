import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SM3 (GB/T 32905) by default, SHA-256 by setting; named in the chain's first entry so that it can be checked anywhere. */
export type DigestName = 'sm3' | 'sha256';

export function digest(name: DigestName, ...parts: (string | Uint8Array)[]): string {
  const hash = createHash(name);
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** Canonical JSON (RFC 8785). */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('nothing to write canonically');
  return text;
}

/** What an entry's own hash covers: everything of it but the hash. */
export interface Hashed {
  chain: string;
  seq: number;
  occurredAt: Date;
  receivedAt: Date;
  personId: string | null;
  postId: string | null;
  act: string;
  subjectType: string;
  subjectId: string;
  digest: string;
  previousHash: string;
}

export function hashOf(name: DigestName, entry: Hashed): string {
  const { chain, seq, occurredAt, receivedAt, personId, postId, act, subjectType, subjectId, previousHash } = entry;
  const covered = { chain, seq, occurredAt, receivedAt, personId, postId, act, subjectType, subjectId, digest: entry.digest, previousHash };
  return digest(name, canonical({ ...covered, occurredAt: occurredAt.toISOString(), receivedAt: receivedAt.toISOString() }));
}

/** What the first entry of a chain follows. */
export const GENESIS = '0'.repeat(64);

/** A value as an act keeps it: instants as ISO text, absent as null, all else as it is. */
export function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
