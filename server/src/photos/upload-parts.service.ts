import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { PART_SIZE } from '@zerentian/shared/photos/photo.contract';
import { CONFIG, type Config } from '../platform/config';

/** How many parts an upload of so many bytes has. */
export function partCount(bytes: number): number {
  return Math.ceil(bytes / PART_SIZE);
}

/** How long part `n` (0-based) of an upload of so many bytes must be. */
export function partLength(bytes: number, n: number): number {
  return Math.min(PART_SIZE, bytes - n * PART_SIZE);
}

interface Upload {
  id: string;
  bytes: number;
}

/**
 * The parts of unfinished uploads, DATA_DIR/uploads/<photo>/<n>. The files themselves are the record of what has arrived: a part is
 * either wholly there or not at all, and a server that was killed knows after its restart what it has.
 */
@Injectable()
export class UploadParts {
  private readonly root: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.root = join(config.dataDir, 'uploads');
  }

  /** Keeps a part; the same one again takes its place. */
  async put(id: string, n: number, bytes: Buffer): Promise<void> {
    const folder = join(this.root, id);
    const draft = join(folder, `.${randomUUID()}`);
    await mkdir(folder, { recursive: true });
    await writeFile(draft, bytes);
    await rename(draft, join(folder, String(n)));
  }

  /** Which parts are still to come. One of the wrong length, as a power cut may leave it, counts as not there. */
  async missing({ id, bytes }: Upload): Promise<number[]> {
    const folder = join(this.root, id);
    const there = new Set(await namesIn(folder));
    const missing: number[] = [];
    for (let n = 0; n < partCount(bytes); n++) {
      const isWhole = there.has(String(n)) && (await lengthOf(join(folder, String(n)))) === partLength(bytes, n);
      if (!isWhole) missing.push(n);
    }
    return missing;
  }

  /** The bytes in order; null if a part has gone meanwhile, because somebody else finished or dropped the upload. */
  async joined({ id, bytes }: Upload): Promise<Buffer | null> {
    try {
      const parts: Buffer[] = [];
      for (let n = 0; n < partCount(bytes); n++) parts.push(await readFile(join(this.root, id, String(n))));
      return Buffer.concat(parts);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async drop(id: string): Promise<void> {
    await rm(join(this.root, id), { recursive: true, force: true, maxRetries: 3 });
  }

  /** The uploads of which something lies here. */
  ids(): Promise<string[]> {
    return namesIn(this.root);
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function lengthOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  return found?.size ?? -1;
}
