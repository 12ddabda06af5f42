import { hash, verify } from '@node-rs/argon2';

/**
 * Passwords, argon2id with the library's parameters (19 MiB, two passes), which are OWASP's. Both run on libuv's pool, never on the
 * thread that serves requests.
 */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

let nobodys: Promise<string> | undefined;

/**
 * Whether the password fits. Without a hash (no such login) one of nobody's is checked all the same, so that the time taken does not
 * tell whether the login exists.
 */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  nobodys ??= hash('nobody signs in with this');
  const fits = await verify(passwordHash ?? (await nobodys), password);
  return passwordHash !== null && fits;
}
