import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DutyRecordView } from '@zerentian/shared/duty-records/duty-record.contract';
import { DataSource, type EntityManager } from 'typeorm';
import { DutiesService } from '../duties/duties.service';
import { PhotoLinks } from '../photos/photo-links.service';
import { namesOf } from '../platform/database/names';
import { Holders } from '../posts/holders.service';
import type { DutyRecord } from './duty-record.entity';

/** Records with the names that stand beside their ids. */
@Injectable()
export class DutyRecordViews {
  @Inject() private readonly duties: DutiesService;
  @Inject() private readonly holders: Holders;
  @Inject() private readonly links: PhotoLinks;
  @InjectDataSource() private readonly source: DataSource;

  async many(records: DutyRecord[], tx: EntityManager = this.source.manager): Promise<DutyRecordView[]> {
    const areas = await namesOf(
      tx,
      'area',
      'code',
      records.map((it) => it.areaCode),
    );
    const units = await namesOf(
      tx,
      'unit',
      'id',
      records.map((it) => it.unitId),
    );
    const actor = await this.holders.actors(records, tx);
    const kinds = new Map<string, string>();
    for (const township of new Set(records.map((it) => it.townshipCode))) {
      for (const kind of await this.duties.recordKinds(township)) kinds.set(kind.key, kind.name);
    }
    return records.map((record) => ({
      id: record.id,
      kind: record.kind,
      kindName: kinds.get(record.kind) ?? record.kind,
      areaCode: record.areaCode,
      areaName: areas.get(record.areaCode) ?? record.areaCode,
      unitId: record.unitId,
      unitName: record.unitId === null ? null : (units.get(record.unitId) ?? null),
      actor: actor(record),
      text: record.text,
      photos: this.links.of(record.photoIds),
      place: record.place,
      paper: record.paper,
      occurredAt: record.occurredAt.toISOString(),
      receivedAt: record.receivedAt.toISOString(),
      doubted: record.doubted,
    }));
  }
}
