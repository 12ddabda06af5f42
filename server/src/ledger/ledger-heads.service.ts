import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { InjectDataSource } from '@nestjs/typeorm';
import { dateOf } from '@zerentian/shared/calendar';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock';
import { CONFIG, type Config } from '../platform/config';
import { openSnapshot } from '../platform/database/snapshot';
import { currentHeads, type HeadsFile, headsFilesIn, lastSeal } from './ledger.heads';

/** Where the daily heads lie. */
export function headsFolder(dataDir: string): string {
  return join(dataDir, 'ledger-heads');
}

/**
 * The heads of all chains, once a day, in a file outside the database: whoever rewrites a chain cannot also change what was carried
 * away before. The day's file is written by the first hour that finds none and is never replaced, so that a later, tampered head
 * cannot take the place of an honest one. Every process may run this: the file appears whole, and the first one stays.
 */
@Injectable()
export class LedgerHeads implements OnApplicationBootstrap {
  private readonly log = new Logger('LedgerHeads');

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return this.hourly();
  }

  @Cron('0 7 * * * *')
  async hourly(): Promise<void> {
    try {
      await this.writeToday();
    } catch (error) {
      this.log.error(`the day's ledger heads could not be written: ${(error as Error).message}`);
    }
  }

  /** Writes the day's file unless it is there, or there is nothing to remember yet. Answers its path if it wrote one. */
  async writeToday(): Promise<string | null> {
    const folder = headsFolder(this.config.dataDir);
    const path = join(folder, `${dateOf(this.clock.now())}.json`);
    const known = headsFilesIn(folder);
    if (known.includes(path)) return null;
    const heads = await this.heads(lastSeal(known));
    if (heads.chains.length === 0) return null;
    await mkdir(folder, { recursive: true });
    return (await placeOnce(path, `${JSON.stringify(heads, null, 2)}\n`)) ? path : null;
  }

  private async heads(previousSeal: string | null): Promise<HeadsFile> {
    const snapshot = await openSnapshot(this.source);
    try {
      return await currentHeads(snapshot, this.clock.now(), this.config.ledgerDigest, previousSeal);
    } finally {
      await snapshot.close();
    }
  }
}

/** Puts a whole file in its place if the place is free; says whether it was. */
async function placeOnce(path: string, text: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
