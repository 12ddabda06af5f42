import type { HazardDetail, HazardEvent } from '@zerentian/shared/hazards/hazard.contract';
import { paperWords } from '@zerentian/shared/hazards/hazard.county';
import { lastEvent } from '../hazard-words';

/** One paper between township and county, as it stands on record. */
export interface CountyPaper {
  name: string;
  /** Its number and the day that stands on it, as people cite it; empty where it has none. */
  words: string;
  /** Whose photos are the paper; undefined where the number came with nothing. */
  event: HazardEvent | undefined;
}

type Numbers = NonNullable<HazardDetail['county']>;
const PAPERS: readonly { name: string; step: string; words: (county: Numbers) => string }[] = [
  { name: '乡里上报', step: 'report-to-county', words: (it) => paperWords(it.reportNumber, it.reportDate) },
  { name: '县级判定', step: 'record-judgement', words: (it) => paperWords(it.judgementNumber, it.judgementDate) },
  { name: '县级挂牌督办', step: 'record-listing', words: (it) => paperWords(it.listingNumber, it.listingDate) },
  { name: '县级退回', step: 'record-county-return', words: () => '' },
  { name: '县级核销', step: 'record-write-off', words: (it) => paperWords(it.writeOffNumber, it.writeOffDate) },
];

/** Those that there are, in the order of the procedure. */
export function countyPapersOf(hazard: HazardDetail): CountyPaper[] {
  return PAPERS.flatMap(({ name, step, words }) => {
    const event = lastEvent(hazard, step);
    const given = (hazard.county && words(hazard.county)) || wordsIn(event);
    return event || given ? [{ name, words: given, event }] : [];
  });
}

/** Number and day as the history tells them, where the row no longer holds them. */
function wordsIn(event: HazardEvent | undefined): string {
  return event?.facts.find(({ label }) => /编号|文号/.test(label))?.value ?? '';
}
