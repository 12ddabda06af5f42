import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { isTransferSuggested } from '@zerentian/shared/hazards/hazard.next';
import { DataSource, In } from 'typeorm';
import { Hazard } from './hazard.entity';
import { Escalation } from './hazard-escalation.entity';

/** A hazard that an enterprise does not put right: to which post it was suggested to hand it over, and when. */
export interface SuggestedTransfer {
  hazard: Hazard;
  toPostId: string;
  toldAt: Date;
}

/** The last rung about an enterprise (建议上报县级、移送执法建议) as a matter of whom it was told to, for as long as it is one. */
@Injectable()
export class HazardTransfers {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** What was suggested to any of the posts and is still to be answered, the longest first. */
  async of(postIds: string[]): Promise<SuggestedTransfer[]> {
    if (postIds.length === 0) return [];
    const { manager } = this.source;
    const rows = await manager
      .createQueryBuilder(Escalation, 'e')
      .innerJoin(Hazard, 'h', 'h.id = e.hazardId AND h.holderPostId = e.holderPostId AND h.holderDueOn = e.dueOn')
      .where("e.target = 'safety-station' AND e.toPostId IN (:...postIds)", { postIds })
      .orderBy('e.toldAt', 'ASC')
      .getMany();
    const hazards = rows.length === 0 ? [] : await manager.findBy(Hazard, { id: In(rows.map((row) => row.hazardId)) });
    return rows.flatMap((row) => {
      const hazard = hazards.find((it) => it.id === row.hazardId);
      if (!hazard || !isTransferSuggested(hazard, [row])) return [];
      return [{ hazard, toPostId: row.toPostId, toldAt: row.toldAt }];
    });
  }
}
