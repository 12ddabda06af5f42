import { dateOf } from '@zerentian/shared/calendar';
import type { HazardDetail, HazardEvent } from '@zerentian/shared/hazards/hazard.contract';
import { purposeProblem } from '@zerentian/shared/hazards/hazard.county';
import { type CountyPurpose, countyPurposes } from '@zerentian/shared/hazards/hazard.facts';
import { clockOf, dateWords } from '../ui/time/time-words';
import { lastEvent, placeOf, titleOf } from './hazard-words';

/** Why a matter may go to the county, the likeliest first: what is suspected is to be judged, what is put right to be accepted. */
export function purposesFor(hazard: Pick<HazardDetail, 'level' | 'state'>): readonly CountyPurpose[] {
  return countyPurposes.filter((purpose) => purposeProblem(purpose, hazard) === null);
}

/** What the county must know, from what is on record: nobody types it a second time. */
export function factsForCounty(hazard: HazardDetail): string {
  const { deadline, overdueDays, responsibleUnitName, events } = hazard;
  const found = new Date(hazard.occurredAt);
  const measures = events.filter(({ step, late }) => step === 'take-first-measures' && !late);
  const lines = [
    `${dateWords(dateOf(found))} ${clockOf(found)}，${placeOf(hazard)}发现：${titleOf(hazard)}（编号 ${hazard.number}）`,
    ...measures.map((it) => `已采取先期措施：${wordsOf(it)}`),
    responsibleUnitName && `整改责任单位：${responsibleUnitName}`,
    deadline && overdueDays > 0 && `整改期限 ${dateWords(deadline)}，已逾期 ${overdueDays} 天`,
    told('整改情况', lastEvent(hazard, 'submit')),
    told('乡级复查合格', lastEvent(hazard, 'verify')),
  ];
  return lines.flatMap((line) => (line ? [sentence(line)] : [])).join('\n');
}

function told(label: string, event: HazardEvent | undefined): string | undefined {
  if (!event) return undefined;
  return [`${label}（${dateWords(dateOf(new Date(event.occurredAt)))}）`, event.text].filter(Boolean).join('：');
}

function wordsOf({ facts, text }: HazardEvent): string {
  return [...facts.filter(({ label }) => label === '先期措施').map(({ value }) => value), text]
    .filter(Boolean)
    .join('；');
}

function sentence(line: string): string {
  return /[。！？]$/.test(line) ? line : `${line}。`;
}
