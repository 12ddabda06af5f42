import { load, save } from '../../platform/storage';

/** A report that this phone sent, as the phone remembers it. */
export interface KeptReport {
  code: string;
  place: string;
  /** When it arrived, UTC. */
  at: string;
}

const MOST = 30;

/** Newest first. */
export function keptReports(): KeptReport[] {
  return load<KeptReport[]>('public-reports') ?? [];
}

export function keepReport(report: KeptReport): void {
  save('public-reports', [report, ...keptReports().filter(({ code }) => code !== report.code)].slice(0, MOST));
}

/** The phone may be somebody else's: what was reported from it can be taken off again. */
export function forgetReport(code: string): void {
  save(
    'public-reports',
    keptReports().filter((it) => it.code !== code),
  );
}
