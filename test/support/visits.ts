import type { InspectionDetail } from '@zerentian/shared/inspections/inspection.contract';
import { uuidv7 } from 'uuidv7';
import { png } from './pictures';
import type { ActorName, Township } from './township';
import { upload } from './upload';

/** The keys of the list for every unit. */
export const GENERAL = [
  'responsibility',
  'training',
  'self-check',
  'electricity',
  'extinguishers',
  'exits',
  'signs',
  'protection',
  'special-work',
  'emergency',
];

/** Ten items, all in order but for those named. */
export function itemsWith(failed: Record<string, object> = {}): object[] {
  return GENERAL.map((key) => ({ key, result: key in failed ? 'fail' : 'pass', ...failed[key] }));
}

/** The body of a visit to a unit at which nobody would sign; `changes` in its place. */
export function visitTo(unitId: string, changes: object = {}): object {
  return {
    unitId,
    checklistKey: 'general',
    checklistVersion: 1,
    items: itemsWith(),
    refusal: { reason: '负责人不在场', witness: '网格员' },
    ...changes,
  };
}

let made = 0;

/** The body of a list of the township's own, each time another one. */
export function ownChecklist(title: string): object {
  made += 1;
  const suggests = { level: 'general', wording: '院墙开裂' };
  const items = [{ key: 'wall', text: '院墙没有开裂', basis: null, verified: false, suggests }];
  return { key: `own-${made}`, trade: null, title, basedOn: 0, items };
}

/** A picture of a signature that has arrived. */
export async function signature(town: Township, actor: ActorName): Promise<string> {
  const id = uuidv7();
  await upload(town.as[actor], await png(320, 160), id);
  return id;
}

/** Delivers a visit, and insists that it is taken. */
export async function visited(town: Township, actor: ActorName, body: object): Promise<InspectionDetail> {
  const answer = await town.as[actor].post('/api/inspections', body);
  if (answer.status !== 201) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** The plan of a campaign over some units. */
export function campaignOf(unitIds: string[], changes: object = {}): object {
  const span = { startsOn: '2026-11-01', endsOn: '2026-12-31' };
  return { kind: 'rectification', title: '冬季用电专项整治', ...span, checklistKey: 'general', unitIds, ...changes };
}
