import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { openStates } from '@zerentian/shared/hazards/hazard.vocabulary';
import { DataSource } from 'typeorm';
import type { HeldPost } from '../posts/access.service';
import { type StandIn, StandIns } from '../posts/stand-ins.service';
import { Hazard } from './hazard.entity';

/** The vacant posts that hold open hazards, for whoever answers for them as the superior. */
@Injectable()
export class HazardStandIns {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly standIns: StandIns,
  ) {}

  /** By the vacant post's id. One statement where no post below is vacant, as mostly. */
  async of(posts: HeldPost[], at: Date): Promise<Map<string, StandIn>> {
    const vacant = await this.standIns.candidates(posts, at);
    return vacant.length === 0 ? new Map() : this.standIns.among(await this.holding(vacant), posts, at);
  }

  private async holding(postIds: string[]): Promise<string[]> {
    const select = this.source.createQueryBuilder(Hazard, 'h').select('h.holderPostId', 'id').distinct(true);
    select.where('h.holderPostId IN (:...postIds) AND h.state IN (:...open)', { postIds, open: openStates });
    return (await select.getRawMany<{ id: string }>()).map((row) => row.id);
  }
}
