import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Page } from '@zerentian/shared/fields';
import type { SelfCheckQuery, SelfCheckView } from '@zerentian/shared/self-checks/self-check.contract';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { newestPage } from '../platform/database/newest-sql';
import { ProblemError } from '../platform/problem';
import { EnterprisePosts } from './enterprise-posts.service';
import { SelfCheck } from './self-check.entity';
import { SelfCheckViews } from './self-check-views.service';

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
    const select = this.source.manager.createQueryBuilder(SelfCheck, 's');
    select.andWhere('s.unitId = :unitId', { unitId: unit.id });
    if (query.state) select.andWhere('s.state = :state', { state: query.state });
    return newestPage(select, query, (rows) => this.views.many(rows));
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
