import { covers } from '@zerentian/shared/areas/area.contract';
import { dateOf, startOf } from '@zerentian/shared/calendar';
import type { DutyView } from '@zerentian/shared/duties/duty.contract';
import { type RecordDuty, type RecordKindView, recordDuty } from '@zerentian/shared/duty-records/duty-record.contract';
import type { HeldPostView } from '@zerentian/shared/people/session.contract';
import type { LocalPhoto } from '../../photos/photo-store';
import { type Contract, filled } from '../../platform/form-errors';

/** The form as typed. `doneOn` empty: now. */
export interface RecordValues {
  id: string;
  kind: string;
  areaCode: string;
  unitId: string;
  unitName: string;
  text: string;
  photos: LocalPhoto[];
  place: RecordDuty['place'] | null;
  doneOn: string;
  /** 补录: what is on paper, with the place where the original lies. */
  isPaper: boolean;
  original: string;
}

export function emptyRecord(id: string): RecordValues {
  return {
    id,
    kind: '',
    areaCode: '',
    unitId: '',
    unitName: '',
    text: '',
    photos: [],
    place: null,
    doneOn: '',
    isPaper: false,
    original: '',
  };
}

/** What is sent: what was filled in; the paper's two fields only for 补录. */
export function recordInput(values: RecordValues, actingPostId: string | undefined): object {
  const { id, kind, areaCode, unitId, text, place, doneOn, isPaper, original } = values;
  return filled({
    id,
    actingPostId,
    kind,
    areaCode: unitId === '' ? areaCode : '',
    unitId,
    text,
    photoIds: values.photos.map((photo) => photo.id),
    place,
    ...(isPaper ? { paper: filled({ doneOn, original }) } : { doneOn }),
  });
}

interface FormInput extends Record<string, unknown> {
  doneOn?: string;
  occurredAt: string;
  clockOffset: number;
}

/**
 * The contract of the form. A day before today becomes noon of that day: the record tells days, not minutes. What is wrong
 * with the paper is named by its field.
 */
export const recordForm: Contract<RecordDuty> = {
  safeParse(input) {
    const { doneOn, ...rest } = input as FormInput;
    const result = recordDuty.safeParse({ ...rest, occurredAt: momentOf(doneOn, rest.occurredAt, rest.clockOffset) });
    if (result.success) return result;
    const issues = result.error.issues.map(({ path, message }) => ({ path: fieldOf(path), message }));
    return { success: false, error: { issues: issues.map((issue) => inWords(issue, rest)) } };
  },
};

const MISSING: Record<string, string> = {
  kind: '请选择做了什么事',
  text: '请写一句做了什么',
  paper: '请选择纸上的日期',
  original: '请写明原件在哪里',
};

/** What is missing is asked for in the words of the form; anything else in the contract's. */
function inWords<T extends { path: readonly PropertyKey[]; message: string }>(
  issue: T,
  input: Record<string, unknown>,
): T {
  const field = String(issue.path[0]);
  const paper = input.paper as { doneOn?: string; original?: string } | undefined;
  const values: Record<string, unknown> = { ...input, paper: paper?.doneOn, original: paper?.original };
  return values[field] === undefined && MISSING[field] ? { ...issue, message: MISSING[field] } : issue;
}

const NOON = 12 * 3600_000;

/** In the phone's own time, which the server corrects by the offset that goes along. */
function momentOf(doneOn: string | undefined, now: string, offset: number): string {
  const today = dateOf(new Date(Date.parse(now) + offset));
  if (!doneOn || doneOn >= today) return now;
  return new Date(startOf(doneOn).getTime() + NOON - offset).toISOString();
}

/** `paper` is the id of the day's field, since the server names it so too. */
function fieldOf(path: readonly PropertyKey[]): readonly PropertyKey[] {
  return path[0] === 'paper' && path[1] === 'original' ? ['original'] : path;
}

/** The kinds that my duties ask for, the most wanted first, and the rest in the catalogue's order. */
export function kindsInOrder(
  kinds: readonly RecordKindView[],
  duties: readonly Pick<DutyView, 'postKinds' | 'recordKinds'>[],
  postKinds: readonly string[],
): { mine: RecordKindView[]; others: RecordKindView[] } {
  const wanted = new Map<string, number>();
  for (const duty of duties) {
    if (!duty.postKinds.some((kind) => postKinds.includes(kind))) continue;
    for (const { key } of duty.recordKinds) wanted.set(key, (wanted.get(key) ?? 0) + 1);
  }
  const timesOf = ({ key }: RecordKindView) => wanted.get(key) ?? 0;
  const mine = kinds.filter((kind) => timesOf(kind) > 0).sort((a, b) => timesOf(b) - timesOf(a));
  return { mine, others: kinds.filter((kind) => timesOf(kind) === 0) };
}

type Scope = Pick<HeldPostView, 'id' | 'areaCode'>;

/** The post in which something at a place is done: the acting one while it reaches there, else another of mine that does. */
export function postFor(areaCode: string, posts: readonly Scope[], acting: Scope | undefined): string | undefined {
  if (areaCode === '' || (acting && covers(acting.areaCode, areaCode))) return acting?.id;
  return (posts.find((post) => covers(post.areaCode, areaCode)) ?? acting)?.id;
}
