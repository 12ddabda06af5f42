import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { SelfCheckView } from '@zerentian/shared/self-checks/self-check.contract';
import { DataSource, type EntityManager } from 'typeorm';
import { PhotoLinks } from '../photos/photo-links.service';
import { namesOf } from '../platform/database/names';
import { Holders } from '../posts/holders.service';
import type { SelfCheck } from './self-check.entity';

/** Entries with the names that stand beside their ids. */
@Injectable()
export class SelfCheckViews {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly holders: Holders,
    private readonly links: PhotoLinks,
  ) {}

  async one(entry: SelfCheck, tx?: EntityManager): Promise<SelfCheckView> {
    return (await this.many([entry], tx))[0] as SelfCheckView;
  }

  async many(entries: SelfCheck[], tx: EntityManager = this.source.manager): Promise<SelfCheckView[]> {
    const unitIds = entries.map((it) => it.unitId);
    const units = await namesOf(tx, 'unit', 'id', unitIds);
    const actor = await this.holders.actors(entries, tx);
    return entries.map((entry) => ({
      id: entry.id,
      unitId: entry.unitId,
      unitName: units.get(entry.unitId) ?? '',
      areaCode: entry.areaCode,
      state: entry.state,
      level: entry.level,
      standardClause: entry.standardClause,
      text: entry.text,
      spot: entry.spot,
      photos: this.links.of(entry.photoIds),
      foundOn: entry.foundOn,
      fixedOn: entry.fixedOn,
      remedy: entry.remedy,
      rectifier: entry.rectifier,
      afterPhotos: this.links.of(entry.afterPhotoIds),
      source: entry.source,
      externalNumber: entry.externalNumber,
      hazardId: entry.hazardId,
      enteredBy: actor(entry).name,
      receivedAt: entry.receivedAt.toISOString(),
    }));
  }
}
