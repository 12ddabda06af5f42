import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { firstCharacters } from '@zerentian/shared/hazards/hazard.title';
import type { NoticeView } from '@zerentian/shared/today/today.contract';
import { DataSource, type EntityManager, In } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { insertRows } from '../platform/database/insert-rows';
import { Notice } from './notice.entity';

/** As the column holds. */
const LONGEST = 300;

/** The inbox of posts: written in the transaction of what it tells, so that nothing is told that did not happen. */
@Injectable()
export class Notices {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Tells each of the posts once. */
  async send(
    tx: EntityManager,
    postIds: (string | null)[],
    text: string,
    hazardId: string | null,
    createdAt: Date,
  ): Promise<void> {
    const receivers = [...new Set(postIds)].filter((id): id is string => id !== null);
    if (receivers.length === 0) return;
    const words = firstCharacters(text, LONGEST);
    await insertRows(
      tx,
      'notice',
      receivers.map((postId) => ({ id: uuidv7(), postId, text: words, hazardId, createdAt })),
    );
  }

  /** The newest of what was told to the posts, from an instant on. */
  async latest(postIds: string[], since: Date, limit: number): Promise<NoticeView[]> {
    if (postIds.length === 0) return [];
    const rows = await this.source.manager.find(Notice, {
      where: { postId: In(postIds) },
      order: { createdAt: 'DESC' },
      take: limit,
    });
    return rows
      .filter((row) => row.createdAt >= since)
      .map(({ id, text, hazardId, createdAt }) => ({ id, text, hazardId, at: createdAt.toISOString() }));
  }
}
