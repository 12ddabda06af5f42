import type { HazardLevel } from '@zerentian/shared/hazards/hazard.facts';
import type { PublicReportView } from '@zerentian/shared/public-reports/public-sifting.contract';
import { filled } from '../../../platform/form-errors';

/** The hazard as the sifter puts it. */
export interface AcceptValues {
  hazardId: string;
  path: 'referred' | 'assigned';
  unitId: string;
  description: string;
  spot: string;
  level: HazardLevel;
  standardClause: string;
  deadline: string;
  withPhotos: boolean;
}

/** What the report says, so that one tap is enough where nothing has to be changed. */
export function initialAccept(report: PublicReportView, hazardId: string): AcceptValues {
  return {
    hazardId,
    path: 'referred',
    unitId: report.unitId ?? '',
    description: report.description ?? '',
    spot: report.spot ?? '',
    level: 'general',
    standardClause: '',
    deadline: '',
    withPhotos: true,
  };
}

/** What is sent: a suspected 重大 is always referred; the day belongs to whoever hands it over at once. */
export function acceptInput(values: AcceptValues, actingPostId: string): object {
  const { path, level, standardClause, deadline, withPhotos, ...rest } = values;
  const isMajor = level === 'suspected-major';
  const way = isMajor ? 'referred' : path;
  return {
    ...filled({
      ...rest,
      actingPostId,
      path: way,
      level: isMajor ? level : undefined,
      standardClause: isMajor ? standardClause : '',
      deadline: way === 'assigned' ? deadline : '',
    }),
    ...(!withPhotos && { withPhotos }),
  };
}
