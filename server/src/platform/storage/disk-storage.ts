import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config';
import { Storage, type StoredFile } from './storage';

const KEY = /^[a-z]+(\/[A-Za-z0-9-]+)*\/[A-Za-z0-9-]+(\.[a-z0-9]+)+$/;

/** Files below DATA_DIR, the key being the path. */
@Injectable()
export class DiskStorage extends Storage {
  private readonly root: string;

  constructor(@Inject(CONFIG) config: Config) {
    super();
    this.root = resolve(config.dataDir);
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const path = this.pathOf(key);
    const folder = dirname(path);
    await mkdir(folder, { recursive: true });
    const draft = join(folder, `.${randomUUID()}`);
    try {
      await writeSynced(draft, bytes);
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    for (let at = folder; at.length >= this.root.length; at = dirname(at)) await syncFolder(at);
  }

  async get(key: string): Promise<StoredFile | null> {
    const file = await open(this.pathOf(key)).catch(nullIfMissing);
    if (!file) return null;
    const { size } = await file.stat();
    return { stream: file.createReadStream(), bytes: size };
  }

  async exists(key: string): Promise<boolean> {
    return (await stat(this.pathOf(key)).catch(nullIfMissing)) !== null;
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  /** Keys are made by this server; one that could lead elsewhere is a mistake, not a request to be answered. */
  private pathOf(key: string): string {
    if (!KEY.test(key)) throw new Error(`not a storage key: ${JSON.stringify(key)}`);
    return join(this.root, key);
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o640);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name in a folder is only safe once the folder is; Windows has no way to say so. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
