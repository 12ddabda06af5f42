import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { stageOf } from '@zerentian/shared/public-reports/public-report.lifecycle';
import type { PublicReportView } from '@zerentian/shared/public-reports/public-sifting.contract';
import { DataSource, type EntityManager, In } from 'typeorm';
import { namesOf } from '../platform/database/names';
import { PublicPoint } from './public-point.entity';
import type { PublicReport } from './public-report.entity';
import { feedbackOf, followedBy } from './public-report.rows';

/** Reports with the names that stand beside their ids, for those who sift; who reported is not among them. */
@Injectable()
export class PublicReportViews {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async one(report: PublicReport, tx?: EntityManager): Promise<PublicReportView> {
    return (await this.many([report], tx))[0] as PublicReportView;
  }

  async many(reports: PublicReport[], tx: EntityManager = this.source.manager): Promise<PublicReportView[]> {
    const points = await tx.findBy(PublicPoint, { id: In(reports.map((it) => it.pointId)) });
    const unitOf = new Map(points.map((point) => [point.id, point.unitId]));
    const units = await namesOf(tx, 'unit', 'id', [...unitOf.values()]);
    const areas = await namesOf(
      tx,
      'area',
      'code',
      reports.map((it) => it.areaCode),
    );
    const trades = await tradesOf(tx, reports);
    const hazards = await followedBy(tx, reports);
    return reports.map((report) => {
      const hazard = hazards.get(report.hazardId ?? '') ?? null;
      const place = units.get(unitOf.get(report.pointId) ?? '') ?? '';
      return {
        id: report.id,
        stage: stageOf(report, hazard),
        place,
        areaCode: report.areaCode,
        areaName: areas.get(report.areaCode) ?? report.areaCode,
        unitId: report.unitId,
        unitName: report.unitId === null ? null : place,
        trade: trades.get(report.unitId ?? '') ?? null,
        description: report.description,
        spot: report.spot,
        photoIds: report.photoIds,
        named: report.reporterDigest !== null,
        hazardId: report.hazardId,
        hazardNumber: hazard?.number ?? null,
        hazardState: hazard?.state ?? null,
        receivedAt: report.receivedAt.toISOString(),
        siftedAt: report.siftedAt?.toISOString() ?? null,
        feedback: feedbackOf(report),
      };
    });
  }
}

async function tradesOf(tx: EntityManager, reports: PublicReport[]): Promise<Map<string, string | null>> {
  const ids = [...new Set(reports.flatMap((it) => it.unitId ?? []))];
  if (ids.length === 0) return new Map();
  const marks = ids.map(() => '?').join(', ');
  const rows = await tx.query<{ id: string; trade: string | null }[]>(
    `SELECT id, trade FROM unit WHERE id IN (${marks})`,
    ids,
  );
  return new Map(rows.map((row) => [row.id, row.trade]));
}
