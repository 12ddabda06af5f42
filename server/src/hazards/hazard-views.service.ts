import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock';
import { namesOf } from '../platform/database/names';
import { Holders } from '../posts/holders.service';
import type { Hazard } from './hazard.entity';
import { type HazardNames, hazardView } from './hazard.view';

/** Rows with the names that stand beside their ids: a handful of statements for a page, however long. */
@Injectable()
export class HazardViews {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly holders: Holders,
    private readonly clock: Clock,
  ) {}

  async one(hazard: Hazard, tx?: EntityManager): Promise<HazardView> {
    const names = await this.names([hazard], tx);
    return hazardView(hazard, names, this.clock.now());
  }

  async many(hazards: Hazard[]): Promise<HazardView[]> {
    const names = await this.names(hazards);
    const now = this.clock.now();
    return hazards.map((hazard) => hazardView(hazard, names, now));
  }

  async names(hazards: Hazard[], tx: EntityManager = this.source.manager): Promise<HazardNames> {
    const holders = await this.holders.of(
      hazards.flatMap((it) => [it.holderPostId, it.leaderPostId]),
      this.clock.now(),
      tx,
    );
    const areas = await namesOf(
      tx,
      'area',
      'code',
      hazards.map((it) => it.areaCode),
    );
    const units = await namesOf(
      tx,
      'unit',
      'id',
      hazards.flatMap((it) => [it.unitId, it.responsibleUnitId, it.assistingUnitId]),
    );
    const actor = await this.holders.actors(
      hazards.map((it) => ({ personId: it.reporterPersonId, postId: it.reporterPostId })),
      tx,
    );
    return {
      area: (code) => areas.get(code) ?? code,
      unit: (id) => (id === null ? null : (units.get(id) ?? null)),
      holder: (postId) => (postId === null ? undefined : holders.get(postId)),
      actor,
    };
  }
}
