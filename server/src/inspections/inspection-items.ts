import type { ChecklistItem } from '@zerentian/shared/checklists/checklist.contract';
import type { ReportHazard } from '@zerentian/shared/hazards/hazard.contract';
import type { InspectedItem, RecordInspection } from '@zerentian/shared/inspections/inspection.contract';
import { findingWords } from '@zerentian/shared/inspections/inspection.rule';
import type { KnownChecklist } from '../checklists/checklists.service';
import { ProblemError } from '../platform/problem';
import type { StoredItem } from './inspection.entity';
import type { InspectionUnit } from './inspection-register';

/** An item as it will be stored, with what it came from. */
export interface FoundItem {
  index: number;
  input: InspectedItem;
  known: ChecklistItem | null;
  stored: StoredItem;
}

/**
 * The items with the words of their list: what was found counts, what was asked is the list's. A key that the list does not have (something
 * added on the spot, or a version that nobody knows any more) brings its own words.
 * @throws unknown_reference
 */
export function itemsOf(inputs: readonly InspectedItem[], list: KnownChecklist | null): FoundItem[] {
  return inputs.map((input, index) => {
    const known = list?.items.find((item) => item.key === input.key) ?? null;
    const text = known?.text ?? input.text;
    if (text === undefined)
      throw ProblemError.at('unknown_reference', `items.${index}.key`, '检查表里没有这一项，请写明检查内容');
    const stored: StoredItem = {
      key: input.key,
      text,
      basis: known?.basis ?? null,
      verified: known?.verified ?? false,
      result: input.result,
      note: input.note ?? null,
      photoIds: input.photoIds ?? [],
      hazardId: null,
    };
    return { index, input, known, stored };
  });
}

/** The report that a failed item becomes. `headed`: somebody of the unit can be handed the matter. */
export function hazardOf(
  found: FoundItem,
  visit: RecordInspection,
  unit: InspectionUnit,
  by: { postId: string; headed: boolean },
): ReportHazard {
  const { input, known, stored } = found;
  const { hazard = {} } = input;
  const { path, level = 'general', ...rest } = hazard;
  const isMajor = level === 'suspected-major';
  return {
    ...rest,
    actingPostId: by.postId,
    path: isMajor ? 'referred' : (path ?? (by.headed ? 'assigned' : 'referred')),
    level,
    unitId: unit.id,
    ...(unit.kind === 'village' ? { ownership: 'collective' as const } : {}),
    description: findingWords({ note: stored.note, text: stored.text, wording: known?.suggests.wording ?? null }),
    spot: visit.spot,
    place: visit.place,
    photoIds: stored.photoIds,
  };
}

/** A refusal of one item's hazard, told at the item. */
export function atItem(error: unknown, index: number): unknown {
  if (!(error instanceof ProblemError) || !error.errors) return error;
  const errors = error.errors.map(({ path, message }) => ({
    path: path.startsWith('photoIds') ? `items.${index}.${path}` : `items.${index}.hazard.${path}`,
    message,
  }));
  return new ProblemError(error.code, error.detail, errors);
}
