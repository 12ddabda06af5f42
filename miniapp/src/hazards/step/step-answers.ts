import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { paperWords } from '@zerentian/shared/hazards/hazard.county';
import { countyPurposeNames } from '@zerentian/shared/hazards/hazard.facts';
import { firstMeasureNames } from '@zerentian/shared/hazards/hazard.vocabulary';
import { dateWords } from '../../ui/time/time-words';
import { named } from '../hazard-words';
import type { StepField, StepForm } from './step-form';
import type { StepValues } from './step-values';

interface Answer {
  label: string;
  value: string;
}
type Told = (values: StepValues, hazard: HazardDetail, form: StepForm) => Answer[];

const one = (label: string, value: string): Answer[] => (value.trim() === '' ? [] : [{ label, value }]);
const day = (label: string, value: string) => one(label, value && dateWords(value));
const countyNumber: Told = ({ countyNumber: number, paperDate }) => one('县级文件编号', paperWords(number, paperDate));

/** What somebody is about to send, as they would read it on paper; parts that no checked form asks for are left to the form itself. */
const TOLD: Partial<Record<StepField, Told>> = {
  text: ({ text }, _hazard, form) => one(form.textLabel, text),
  unit: ({ responsibleUnitName }) => one('整改责任单位', responsibleUnitName),
  limit: ({ deadline }) => day('县级定的期限', deadline),
  purpose: ({ purpose }) => (purpose ? one('上报事由', countyPurposeNames[purpose]) : []),
  clause: ({ clause }) => one('依据的条款', clause),
  to: ({ to }) => one('报给', to),
  reportNumber: ({ reportNumber, paperDate }) => one('乡里文件编号', paperWords(reportNumber, paperDate)),
  countyNumber,
  leader: ({ leaderPostId }, { leaders }) =>
    one('包保领导', leaders.filter(({ postId }) => postId === leaderPostId).map(named)[0] ?? ''),
  into: ({ intoTitle }) => one('并到', intoTitle),
  measures: ({ firstMeasures }) => one('先期措施', firstMeasures.map((it) => firstMeasureNames[it]).join('、')),
  photos: ({ photos, ownPhotoIds }, _hazard, form) => {
    const count = photos.length + ownPhotoIds.length;
    return count > 0 ? one('照片', `${count} 张`) : one(form.photosLabel ?? '照片', '没有附');
  },
};

/** The answers of a form in its order. */
export function answersOf(form: StepForm, values: StepValues, hazard: HazardDetail): Answer[] {
  return form.fields.flatMap((field) => TOLD[field]?.(values, hazard, form) ?? []);
}
