import { hasCountyLimit } from '@zerentian/shared/hazards/hazard.county';
import { PhotoPicker } from '../../photos/photo-picker';
import { Field, TextArea } from '../../ui/field';
import { PlaceField } from '../../ui/place-field';
import { Box } from '../../ui/primitives/box';
import { dateWords } from '../../ui/time/time-words';
import { UnitField } from '../../units/unit-field';
import { DeadlineField } from '../deadline-field';
import { LevelField } from '../level-field';
import {
  ClauseField,
  CountyNumberField,
  LimitField,
  ListedNumberField,
  OwnPhotosField,
  PurposeField,
  ReportNumberField,
  ToField,
} from './county-fields';
import type { StepFieldProps } from './field-props';
import { IntoField } from './into-field';
import { CompanionField, LeaderField } from './people-fields';
import type { StepField } from './step-form';
import { GrantedField, MeasuresField, NeedField, PlanFields, UntilField } from './work-fields';

const FIELDS: Record<StepField, (props: StepFieldProps) => React.JSX.Element | null> = {
  text: WordsField,
  photos: PhotosField,
  level: ({ values, errors, onChange }) => <LevelField values={values} errors={errors} onChange={onChange} />,
  unit: ResponsibleField,
  deadline: GivenDeadlineField,
  limit: LimitField,
  until: UntilField,
  granted: GrantedField,
  listedNumber: ListedNumberField,
  companion: CompanionField,
  place: ({ values, onChange }) => (
    <PlaceField act="提交" value={values.place} onChange={(place) => onChange({ place })} />
  ),
  need: NeedField,
  measures: MeasuresField,
  plan: PlanFields,
  purpose: PurposeField,
  clause: ClauseField,
  to: ToField,
  reportNumber: ReportNumberField,
  countyNumber: CountyNumberField,
  leader: LeaderField,
  into: IntoField,
  ownPhotos: OwnPhotosField,
};

export function StepFieldView({ field, ...props }: StepFieldProps & { field: StepField }) {
  const View = FIELDS[field];
  return <View {...props} />;
}

function WordsField({ form, values, errors, onChange }: StepFieldProps) {
  return (
    <TextArea
      id="text"
      label={form.textLabel}
      hint={form.textHint}
      optional={!form.textRequired}
      value={values.text}
      error={errors.text}
      onChange={(text) => onChange({ text })}
    />
  );
}

function PhotosField({ form, values, errors, onChange }: StepFieldProps) {
  return (
    <Field id="photoIds" label={form.photosLabel ?? '照片'} hint={form.photosHint} optional error={errors.photoIds}>
      <PhotoPicker id="photoIds" photos={values.photos} onChange={(photos) => onChange({ photos })} />
    </Field>
  );
}

function ResponsibleField({ hazard, values, errors, onChange }: StepFieldProps) {
  return (
    <UnitField
      id="responsibleUnitId"
      label="整改责任单位"
      area={hazard.areaCode}
      known={{ id: values.responsibleUnitId, name: values.responsibleUnitName || null }}
      value={values.responsibleUnitId}
      error={errors.responsibleUnitId}
      hint="村只对集体所有或使用的场所负责整改，其他场所选生产经营单位或乡政府的站所"
      onChange={(responsibleUnitId, unit) =>
        onChange({
          responsibleUnitId,
          responsibleUnitName: unit?.name ?? '',
          ownership: unit?.kind === 'village' ? 'collective' : '',
        })
      }
    />
  );
}

/** The county's limit is not asked for again. */
function GivenDeadlineField({ hazard, values, errors, onChange }: StepFieldProps) {
  if (hasCountyLimit(hazard) && hazard.deadline)
    return <Box className="text-note">{`整改期限由县级定，仍是 ${dateWords(hazard.deadline)}。`}</Box>;
  return (
    <DeadlineField
      level={values.level || hazard.level}
      given={hazard.deadline}
      value={values.deadline}
      error={errors.deadline}
      onChange={(deadline) => onChange({ deadline })}
    />
  );
}
