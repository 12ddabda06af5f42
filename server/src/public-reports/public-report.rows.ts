import type { HazardState } from '@zerentian/shared/hazards/hazard.vocabulary';
import { type PublicReportStage, stageOf } from '@zerentian/shared/public-reports/public-report.lifecycle';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../platform/database/instant';
import type { PublicReport } from './public-report.entity';

/** A hazard as far as a report follows it. */
export interface Followed {
  id: string;
  number: string;
  state: HazardState;
  deadline: string | null;
  closedAt: Date | null;
}

/** 重复并案: what was merged goes the way of the other. */
const FOLLOWED = 'JOIN hazard f ON f.id = COALESCE(h.mergedIntoId, h.id)';

/** The hazards that some reports were made into, by id. */
export async function followedBy(
  tx: EntityManager,
  reports: Pick<PublicReport, 'hazardId'>[],
): Promise<Map<string, Followed>> {
  const ids = [...new Set(reports.flatMap((it) => it.hazardId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await tx.query<(Omit<Followed, 'closedAt'> & { closedAt: string | Date | null })[]>(
    `SELECT h.id, f.number, f.state, f.deadline, f.closedAt FROM hazard h ${FOLLOWED} WHERE h.id IN (${ids.map(() => '?').join(', ')})`,
    ids,
  );
  return new Map(
    rows.map((row) => [row.id, { ...row, closedAt: row.closedAt === null ? null : instantOf(row.closedAt) }]),
  );
}

/** Where a report stands, with the hazard that it follows. */
export async function standingOf(
  tx: EntityManager,
  report: PublicReport,
): Promise<{ stage: PublicReportStage; hazard: Followed | null }> {
  const hazard = (await followedBy(tx, [report])).get(report.hazardId ?? '') ?? null;
  return { stage: stageOf(report, hazard), hazard };
}

/** What the reporter said last, as every view tells it. */
export function feedbackOf({ fixed, feedback, feedbackAt }: PublicReport) {
  return fixed === null || feedbackAt === null ? null : { fixed, text: feedback, at: feedbackAt.toISOString() };
}

/** What lies with 安监站 (as `stageOf` tells it), of reports `r`: never looked at, not taken up as a hazard, or not put right as the reporter says. */
export const WAITING = `(r.state = 'received'
  OR (r.state <> 'explained' AND EXISTS (SELECT 1 FROM hazard h ${FOLLOWED} WHERE h.id = r.hazardId AND f.state = 'rejected'))
  OR (r.state = 'disputed'
      AND EXISTS (SELECT 1 FROM hazard h ${FOLLOWED} WHERE h.id = r.hazardId AND f.state = 'closed' AND f.closedAt <= r.feedbackAt)))`;
