import { hash, randomBytes } from 'node:crypto';

/** A new bearer token: 256 random bits. Shown once, kept only as its digest. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The digest under which a token or one-time code is kept. */
export function digestOf(secret: string): string {
  return hash('sha256', secret);
}
