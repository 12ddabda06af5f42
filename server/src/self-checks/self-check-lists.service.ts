import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Page } from '@zerentian/shared/fields';
import type { SelfCheckQuery, SelfCheckView } from '@zerentian/shared/self-checks/self-check.contract';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { newestAfter } from '../platform/database/newest-sql';
import { pageOf } from '../platform/http/page';
import { ProblemError } from '../platform/problem';
import { EnterprisePosts } from './enterprise-posts.service';
import { SelfCheck } from './self-check.entity';
import { SelfCheckViews } from './self-check-views.service';

const DEFAULT_LIMIT = 20;

/** Reading an enterprise's list: its own posts alone. */
@Injectable()
export class SelfCheckLists {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly enterprises: EnterprisePosts,
    private readonly views: SelfCheckViews,
  ) {}

  /** Newest first, by cursor. @throws forbidden, outside_scope */
  async list(actor: Actor, query: SelfCheckQuery): Promise<Page<SelfCheckView>> {
    const { unit } = await this.enterprises.acting(actor, { unitId: query.unit, at: this.clock.now() });
    const limit = query.limit ?? DEFAULT_LIMIT;
    const entries = this.source.manager.createQueryBuilder(SelfCheck, 's');
    const select = newestAfter(entries, 's', query.cursor).take(limit + 1);
    select.andWhere('s.unitId = :unitId', { unitId: unit.id });
    if (query.state) select.andWhere('s.state = :state', { state: query.state });
    const page = pageOf(
      await select.getMany(),
      limit,
      (row) => ({ at: row.receivedAt.toISOString(), id: row.id }),
      (row) => row,
    );
    return { items: await this.views.many(page.items), nextCursor: page.nextCursor };
  }

  /** One entry of one's own enterprise; any other was not found. */
  async one(actor: Actor, id: string): Promise<SelfCheckView> {
    const entry = await this.source.manager.findOneBy(SelfCheck, { id });
    if (!entry) throw new ProblemError('not_found');
    await this.enterprises.acting(actor, { unitId: entry.unitId, at: this.clock.now() }).catch((error) => {
      throw error instanceof ProblemError ? new ProblemError('not_found') : error;
    });
    return this.views.one(entry);
  }
}
