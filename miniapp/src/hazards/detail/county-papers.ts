import type { HazardDetail, HazardEvent } from '@zerentian/shared/hazards/hazard.contract';
import { lastEvent } from '../hazard-words';

/** One paper between township and county, as it stands on record. */
export interface CountyPaper {
  name: string;
  number: string;
  /** Whose photos are the paper; undefined where the number came with nothing. */
  event: HazardEvent | undefined;
}

type Numbers = NonNullable<HazardDetail['county']>;
const PAPERS: readonly { name: string; step: string; number: (county: Numbers) => string }[] = [
  { name: '乡里上报', step: 'report-to-county', number: (it) => it.reportNumber },
  { name: '县级判定', step: 'record-judgement', number: (it) => it.judgementNumber },
  { name: '县级挂牌督办', step: 'record-listing', number: (it) => it.listingNumber },
  { name: '县级退回', step: 'record-county-return', number: () => '' },
  { name: '县级核销', step: 'record-write-off', number: (it) => it.writeOffNumber },
];

/** Those that there are, in the order of the procedure. */
export function countyPapersOf(hazard: HazardDetail): CountyPaper[] {
  return PAPERS.flatMap(({ name, step, number }) => {
    const event = lastEvent(hazard, step);
    const given = (hazard.county && number(hazard.county)) || numberIn(event);
    return event || given ? [{ name, number: given, event }] : [];
  });
}

/** The number as the history tells it, where the row no longer holds it. */
function numberIn(event: HazardEvent | undefined): string {
  return event?.facts.find(({ label }) => /编号|文号/.test(label))?.value ?? '';
}
