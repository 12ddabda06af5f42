import type { HazardLevel } from '@zerentian/shared/hazards/hazard.facts';
import type { LocalPhoto } from '../../photos/photo-store';
import { filled } from '../../platform/form-errors';

/** The form as typed. */
export interface EntryValues {
  id: string;
  text: string;
  photos: LocalPhoto[];
  spot: string;
  remedy: string;
  level: HazardLevel;
  standardClause: string;
}

export function emptyEntry(id: string): EntryValues {
  return { id, text: '', photos: [], spot: '', remedy: '', level: 'general', standardClause: '' };
}

/** What is sent: nothing that was left empty; the clause only with the level that needs it. */
export function entryInput(values: EntryValues, actingPostId: string): object {
  const { id, text, spot, remedy, level, standardClause } = values;
  const isMajor = level === 'suspected-major';
  return filled({
    id,
    actingPostId,
    text,
    spot,
    remedy,
    photoIds: values.photos.map((photo) => photo.id),
    level: isMajor ? level : undefined,
    standardClause: isMajor ? standardClause : '',
  });
}
