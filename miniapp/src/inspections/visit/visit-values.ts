import type { ChecklistItem, ChecklistView } from '@zerentian/shared/checklists/checklist.contract';
import type { HazardPath } from '@zerentian/shared/hazards/hazard.contract';
import type { ItemResult } from '@zerentian/shared/inspections/inspection.contract';
import { mayInspect, reachesUnit } from '@zerentian/shared/inspections/inspection.rule';
import type { HeldPostView } from '@zerentian/shared/people/session.contract';
import type { LocalPhoto } from '../../photos/photo-store';
import { filled } from '../../platform/form-errors';

/** What was found at one item; nothing until somebody says so. */
export interface Answer {
  result: ItemResult;
  note: string;
  photos: LocalPhoto[];
  /** Empty: handed over on the spot where that can be, else referred. */
  path: HazardPath | '';
}

/** The unit that is visited, as far as the phone must know it without a network. */
export interface VisitedUnit {
  id: string;
  name: string;
  areaCode: string;
  trade: string | null;
  /** 主要负责人 as registered: proposed as the one who signs. */
  principal: string;
}

/** The visit as it is being made. */
export interface VisitValues {
  id: string;
  unit: VisitedUnit | null;
  campaignId: string;
  /** The list as it was when the visit began: an edit in between does not change what is asked. */
  checklist: Pick<ChecklistView, 'key' | 'version' | 'title' | 'items'> | null;
  answers: Record<string, Answer>;
  added: ChecklistItem[];
  step: 'unit' | 'items' | 'sign';
  companions: { personId: string; name: string }[];
  inspectedName: string;
  inspectedTitle: string;
  signature: LocalPhoto | null;
  refused: boolean;
  reason: string;
  witness: string;
  remark: string;
}

export function emptyVisit(id: string): VisitValues {
  return {
    id,
    unit: null,
    campaignId: '',
    checklist: null,
    answers: {},
    added: [],
    step: 'unit',
    companions: [],
    inspectedName: '',
    inspectedTitle: '',
    signature: null,
    refused: false,
    reason: '',
    witness: '',
    remark: '',
  };
}

/** Every item that is asked: those of the list, then those added on the spot. */
export function itemsOf({ checklist, added }: Pick<VisitValues, 'checklist' | 'added'>): ChecklistItem[] {
  return [...(checklist?.items ?? []), ...added];
}

/** Those about which nothing was said yet. */
export function openItems(values: Pick<VisitValues, 'checklist' | 'added' | 'answers'>): ChecklistItem[] {
  return itemsOf(values).filter((item) => values.answers[item.key] === undefined);
}

/** Those that failed. */
export function failedItems(values: Pick<VisitValues, 'checklist' | 'added' | 'answers'>): ChecklistItem[] {
  return itemsOf(values).filter((item) => values.answers[item.key]?.result === 'fail');
}

export const NO_ANSWER: Answer = { result: 'pass', note: '', photos: [], path: '' };

/** All that nobody has looked at as in order: only after they were listed and said to be so. */
export function restPassed(values: VisitValues): VisitValues['answers'] {
  const rest = openItems(values).map((item) => [item.key, { ...NO_ANSWER, result: 'pass' as const }] as const);
  return { ...values.answers, ...Object.fromEntries(rest) };
}

/** The post in which a unit is visited: the one acted in if it reaches there, else the first that does. */
export function postFor(
  unit: Pick<VisitedUnit, 'areaCode' | 'trade'>,
  posts: readonly HeldPostView[],
  actingPostId: string | null,
): HeldPostView | undefined {
  const able = posts.filter((post) => mayInspect(post) && reachesUnit(post, unit));
  return able.find((post) => post.id === actingPostId) ?? able[0];
}

/** What is sent. */
export function visitInput(values: VisitValues, actingPostId: string | undefined): object {
  const { id, unit, campaignId, checklist, refused, signature } = values;
  return filled({
    id,
    actingPostId,
    unitId: unit?.id,
    campaignId,
    checklistKey: checklist?.key,
    checklistVersion: checklist?.version,
    items: itemsOf(values).flatMap((item) => itemInput(item, values.answers[item.key])),
    companionIds: values.companions.map((person) => person.personId),
    inspectedName: values.inspectedName,
    inspectedTitle: values.inspectedTitle,
    signaturePhotoId: refused ? undefined : signature?.id,
    refusal: refused ? { reason: values.reason, witness: values.witness } : undefined,
    remark: values.remark,
  });
}

/** Each item with its words: a server that no longer knows this version of the list takes them as they were read. */
function itemInput(item: ChecklistItem, answer: Answer | undefined): object[] {
  if (!answer) return [];
  const { result, note, photos, path } = answer;
  const hazard = result === 'fail' && path !== '' ? { path } : undefined;
  const photoIds = photos.map((photo) => photo.id);
  return [filled({ key: item.key, result, text: item.text, note, photoIds, hazard })];
}

/** Every photo of the visit, the signature too, for the outbox. */
export function photosOf(values: VisitValues): LocalPhoto[] {
  const signed = values.signature && !values.refused ? [values.signature] : [];
  return [...Object.values(values.answers).flatMap((answer) => answer.photos), ...signed];
}
