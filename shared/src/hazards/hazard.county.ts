/**
 * The matter between township and county: 疑似重大 goes up at once. "At once" has no number in the township's document; the hours below
 * are the product's reading, unverified until the township's rules name theirs.
 */
import type { Rules } from '../rules/rules';
import { chineseDate } from '../work-summaries/chinese-dates';
import type { CountyFacts, CountyPurpose, HazardFacts } from './hazard.facts';

/** By when something that is suspected to be 重大 since `known` must be reported to the county. */
export function countyDueAt(known: Date, rules: Rules): Date {
  return new Date(known.getTime() + rules.values['report-to-county'].value * 3600_000);
}

/** Papers of a matter that goes to the county now: of an earlier round the judgement and the listing stay, its report does not. */
export function papersFor(
  purpose: CountyPurpose,
  report: { reportNumber?: string; paperDate?: string },
  known: CountyFacts | null,
): CountyFacts {
  const { reportNumber = '', paperDate: reportDate = '' } = report;
  return { ...NO_PAPERS, ...known, purpose, reportNumber, reportDate };
}

const NO_PAPERS = {
  judgementNumber: '',
  judgementDate: '',
  listingNumber: '',
  listingDate: '',
  writeOffNumber: '',
  writeOffDate: '',
};

/** A paper as people cite it: 山应急〔2026〕12号（2026年11月3日）; without the day where it is not known. */
export function paperWords(number: string, date: string | undefined): string {
  if (!date) return number;
  return number === '' ? `${chineseDate(date)}，没有编号` : `${number}（${chineseDate(date)}）`;
}

/** Whether the limit is the county's, as its 挂牌督办 gave it, so that handing over anew or sending back does not move it. */
export function hasCountyLimit({ level, state, county }: Pick<HazardFacts, 'level' | 'state' | 'county'>): boolean {
  const isKept = state === 'submitted' || state === 'reopened';
  return isKept && level === 'major' && Boolean(county?.listingNumber);
}

/** Why something does not go to the county for this purpose, in words for the field; null where it may. */
export function purposeProblem(
  purpose: CountyPurpose,
  { level, state }: Pick<HazardFacts, 'level' | 'state'>,
): string | null {
  if (purpose === 'judgement' && level !== 'suspected-major') return '只有疑似重大的隐患才报请判定';
  if (purpose === 'acceptance' && (level !== 'major' || state !== 'verified'))
    return '重大隐患整改完成、复查合格以后才报请验收核销';
  if (purpose === 'transfer' && level === 'suspected-major') return '疑似重大的隐患请先报请判定';
  return null;
}
