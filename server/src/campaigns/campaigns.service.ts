import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { townshipOf } from '@zerentian/shared/areas/area.contract';
import type { CampaignDetail, CampaignQuery, CampaignView } from '@zerentian/shared/campaigns/campaign.contract';
import { type CampaignStep, campaignSteps, campaignStepsFor } from '@zerentian/shared/campaigns/campaign.lifecycle';
import { campaignReport } from '@zerentian/shared/campaigns/campaign.report';
import type { Page } from '@zerentian/shared/fields';
import { Brackets, DataSource } from 'typeorm';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { inArea } from '../platform/database/area-sql';
import { newestPage } from '../platform/database/newest-sql';
import { ProblemError } from '../platform/problem';
import { Access, type HeldPost } from '../posts/access.service';
import { Campaign } from './campaign.entity';
import { CampaignViews } from './campaign-views.service';

/** Campaigns as officials of the township read them; enterprises are not told beforehand whom a campaign will visit. */
@Injectable()
export class Campaigns {
  @Inject() private readonly access: Access;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly views: CampaignViews;
  @InjectDataSource() private readonly source: DataSource;

  /** Newest first, by cursor. @throws forbidden for whoever is no official */
  async list(actor: Actor, query: CampaignQuery): Promise<Page<CampaignView>> {
    const posts = await this.officialPosts(actor);
    const select = this.source.manager.createQueryBuilder(Campaign, 'c');
    const scope = new Brackets((any) => {
      for (const [index, area] of [...new Set(posts.map(scopeOf))].entries())
        any.orWhere(new Brackets((all) => void inArea(all.where('1 = 1'), 'c', area, `area${index}`)));
    });
    select.andWhere(scope);
    if (query.state) select.andWhere('c.state = :state', { state: query.state });
    return newestPage(select, query, (rows) => this.views.many(rows));
  }

  /** One with its units, what is proposed, and the steps open to the asker. @throws forbidden, not_found */
  async detail(actor: Actor, id: string): Promise<CampaignDetail> {
    const posts = await this.officialPosts(actor);
    const row = await this.visibleOne(posts, id);
    return {
      ...(await this.views.one(row)),
      units: await this.views.units(row),
      proposed: await this.views.proposed(row),
      report: row.report,
      steps: stepsOf(posts, row),
    };
  }

  /** The report as the facts give it. @throws forbidden, not_found */
  async reportDraft(actor: Actor, id: string): Promise<{ text: string }> {
    const row = await this.visibleOne(await this.officialPosts(actor), id);
    return { text: campaignReport({ ...(await this.views.one(row)), units: await this.views.units(row) }) };
  }

  private async officialPosts(actor: Actor): Promise<HeldPost[]> {
    const posts = await this.access.postsOf(actor.personId, this.clock.now());
    const official = posts.filter((post) => post.profile !== 'enterprise-head' && post.profile !== 'administrator');
    if (official.length === 0) throw new ProblemError('forbidden');
    return official;
  }

  private async visibleOne(posts: HeldPost[], id: string): Promise<Campaign> {
    const row = await this.source.manager.findOneBy(Campaign, { id });
    if (!row || !posts.some((post) => row.townshipCode.startsWith(scopeOf(post)))) throw new ProblemError('not_found');
    return row;
  }
}

/** A village's official reads the campaigns of the township. */
function scopeOf(post: HeldPost): string {
  return townshipOf(post.areaCode) ?? post.areaCode;
}

/** Each step with the first of the posts that opens it. */
function stepsOf(posts: HeldPost[], row: Campaign): { step: CampaignStep; postId: string }[] {
  return campaignSteps.flatMap((step) => {
    const post = posts.find((held) => campaignStepsFor(held, row).includes(step));
    return post ? [{ step, postId: post.id }] : [];
  });
}
