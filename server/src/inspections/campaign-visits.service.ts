import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { dateOf } from '@zerentian/shared/calendar';
import { DUE_STATES } from '@zerentian/shared/hazards/hazard.deadline';
import type { FindingCounts } from '@zerentian/shared/inspections/inspection.contract';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock';
import { instantOf } from '../platform/database/instant';

/** What was done at one unit under a campaign. */
export interface UnitVisits {
  visits: number;
  last: { id: string; occurredAt: Date; failed: number };
}

/** What was done under a campaign: by unit, and what became of the hazards. */
export interface CampaignVisits {
  units: Map<string, UnitVisits>;
  findings: FindingCounts;
}

interface VisitRow {
  id: string;
  campaignId: string;
  unitId: string;
  occurredAt: string | Date;
  failed: number;
}

type FindingRow = { campaignId: string } & Record<keyof FindingCounts, string | number | null>;

const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');
const VISITS = 'SELECT id, campaignId, unitId, occurredAt, failed FROM inspection WHERE campaignId IN';
const FINDINGS = `
  SELECT i.campaignId, COUNT(*) AS found, SUM(CASE WHEN h.state = 'closed' THEN 1 ELSE 0 END) AS putRight,
    SUM(CASE WHEN h.state IN (${marks(DUE_STATES)}) AND h.deadline < ? THEN 1 ELSE 0 END) AS overdue
  FROM inspection i JOIN hazard h ON h.originId = i.id WHERE i.campaignId IN`;

/** What visits add up to, for the campaigns that they were made under. */
@Injectable()
export class CampaignVisitCounts {
  @Inject() private readonly clock: Clock;
  @InjectDataSource() private readonly source: DataSource;

  /** By the campaign's id; two statements, however many campaigns. */
  async of(ids: string[], tx: EntityManager = this.source.manager): Promise<Map<string, CampaignVisits>> {
    const found = new Map<string, CampaignVisits>(
      ids.map((id) => [id, { units: new Map(), findings: { found: 0, putRight: 0, overdue: 0 } }]),
    );
    if (ids.length === 0) return found;
    const visits = await tx.query<VisitRow[]>(`${VISITS} (${marks(ids)}) ORDER BY occurredAt, id`, ids);
    for (const row of visits) add(found.get(row.campaignId)?.units, row);
    const findings = await tx.query<FindingRow[]>(`${FINDINGS} (${marks(ids)}) GROUP BY i.campaignId`, [
      ...DUE_STATES,
      dateOf(this.clock.now()),
      ...ids,
    ]);
    for (const row of findings) {
      const campaign = found.get(row.campaignId);
      if (!campaign) continue;
      campaign.findings = { found: Number(row.found), putRight: Number(row.putRight), overdue: Number(row.overdue) };
    }
    return found;
  }
}

/** Rows come in the order of time, so that the last one stays. */
function add(units: Map<string, UnitVisits> | undefined, row: VisitRow): void {
  const last = { id: row.id, occurredAt: instantOf(row.occurredAt), failed: Number(row.failed) };
  units?.set(row.unitId, { visits: (units.get(row.unitId)?.visits ?? 0) + 1, last });
}
