import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config';

/**
 * The server's own secret, for what it signs and checks itself: photo links, one-time codes, and the digests by which a repeated write is
 * known. LINK_SECRET if set (servers that share a database must share it), else made once and kept beside the data, readable by the server alone.
 */
@Injectable()
export class ServerSecret {
  private readonly secret: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.secret = config.linkSecret ?? keptSecret(config.dataDir);
  }

  /** HMAC-SHA256 of a text for one purpose; a signature for one purpose is worth nothing for another. */
  sign(purpose: string, text: string): string {
    return createHmac('sha256', this.secret).update(`${purpose}\n${text}`).digest('hex');
  }

  /** Whether a signature is ours, compared in constant time. */
  checks(purpose: string, text: string, signature: string): boolean {
    return sameText(this.sign(purpose, text), signature);
  }
}

/** Compares two texts in time that does not tell where they differ. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'link-secret');
  mkdirSync(dataDir, { recursive: true });
  const mine = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(mine, randomBytes(32).toString('hex'), { mode: 0o600 });
  try {
    linkSync(mine, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(mine, { force: true });
  }
  chmodSync(path, 0o600);
  return readFileSync(path, 'utf8');
}
