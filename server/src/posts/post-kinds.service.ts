import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock';
import { PostKind } from './post.entity';

/** How long another server's import may go unnoticed. */
const FRESH_MS = 60_000;

/** 岗位类别 of all catalogues, held in memory: a few dozen rows that change when a catalogue is imported. */
@Injectable()
export class PostKinds {
  private held: { at: number; byKey: ReadonlyMap<string, PostKind> } | null = null;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<ReadonlyMap<string, PostKind>> {
    const now = this.clock.now().getTime();
    if (!this.held || Math.abs(now - this.held.at) > FRESH_MS) {
      this.held = { at: now, byKey: await this.within(this.source.manager) };
    }
    return this.held.byKey;
  }

  /** All kinds as the caller's transaction sees them. */
  async within(tx: EntityManager): Promise<ReadonlyMap<string, PostKind>> {
    return new Map((await tx.find(PostKind)).map((row) => [row.key, row]));
  }

  /** One kind as the caller's transaction sees it, or null. */
  find(key: string, tx: EntityManager): Promise<PostKind | null> {
    return tx.findOneBy(PostKind, { key });
  }

  /** Adds kinds or brings them up to date, in the caller's transaction. Call `forget` when it has committed. */
  async put(tx: EntityManager, kinds: PostKind[]): Promise<void> {
    await tx.upsert(PostKind, kinds, ['key']);
  }

  forget(): void {
    this.held = null;
  }
}
