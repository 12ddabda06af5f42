import { coordinationNeeds, type HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { PhotoPicker } from '../../photos/photo-picker';
import type { FieldErrors } from '../../platform/form-errors';
import { Choices } from '../../ui/choices';
import { Field, PickerField, TextArea } from '../../ui/field';
import { UnitField } from '../../units/unit-field';
import { DeadlineField } from '../deadline-field';
import { LevelField } from '../level-field';
import { COUNTY_FIELDS } from './county-fields';
import type { STEP_FORMS, StepField } from './step-forms';
import type { StepValues } from './step-values';

export interface StepFieldViewProps {
  field: StepField;
  form: (typeof STEP_FORMS)[keyof typeof STEP_FORMS];
  hazard: HazardDetail;
  values: StepValues;
  errors: FieldErrors;
  onChange: (part: Partial<StepValues>) => void;
}

const FIELDS: Record<StepField, (props: StepFieldViewProps) => React.JSX.Element | null> = {
  text: WordsField,
  photos: PhotosField,
  level: ({ values, errors, onChange }) => <LevelField values={values} errors={errors} onChange={onChange} />,
  unit: ({ hazard, values, errors, onChange }) => (
    <UnitField
      id="responsibleUnitId"
      label="整改责任单位"
      area={hazard.areaCode}
      known={{ id: hazard.responsibleUnitId ?? hazard.unitId, name: hazard.responsibleUnitName ?? hazard.unitName }}
      value={values.responsibleUnitId}
      error={errors.responsibleUnitId}
      hint="村只对集体所有或使用的场所负责整改，其他场所选生产经营单位或乡政府的站所"
      onChange={(responsibleUnitId, unit) =>
        onChange({ responsibleUnitId, ownership: unit?.kind === 'village' ? 'collective' : '' })
      }
    />
  ),
  deadline: ({ hazard, values, errors, onChange }) => (
    <DeadlineField
      level={values.level || hazard.level}
      given={hazard.deadline}
      value={values.deadline}
      error={errors.deadline}
      onChange={(deadline) => onChange({ deadline })}
    />
  ),
  companion: CompanionField,
  need: NeedField,
  ...COUNTY_FIELDS,
};

export function StepFieldView(props: StepFieldViewProps) {
  const View = FIELDS[props.field];
  return <View {...props} />;
}

function WordsField({ form, values, errors, onChange }: StepFieldViewProps) {
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

function PhotosField({ values, errors, onChange }: StepFieldViewProps) {
  return (
    <Field id="photoIds" label="照片" optional error={errors.photoIds}>
      <PhotoPicker id="photoIds" photos={values.photos} onChange={(photos) => onChange({ photos })} />
    </Field>
  );
}

function CompanionField({ hazard, values, errors, onChange }: StepFieldViewProps) {
  const needed = hazard.ownership === 'enterprise';
  return (
    <PickerField
      id="companionPersonId"
      label="同去复查的人"
      hint={needed ? '企业的隐患，由安监站或行业站所会同包村干部复查，两人都写明' : undefined}
      optional={!needed}
      placeholder="请选择"
      value={values.companionPersonId}
      error={errors.companionPersonId}
      options={hazard.companions.flatMap(({ personId, name, post }) =>
        personId ? [{ value: personId, text: [name, post].filter(Boolean).join(' · ') }] : [],
      )}
      onChange={(companionPersonId) => onChange({ companionPersonId })}
    />
  );
}

type Need = keyof typeof coordinationNeeds;
const NEEDS = (Object.keys(coordinationNeeds) as Need[]).map((value) => ({ value, text: coordinationNeeds[value] }));

function NeedField({ values, errors, onChange }: StepFieldViewProps) {
  return (
    <Field id="need" label="需要哪方面的协调" error={errors.need}>
      <Choices
        id="need"
        label="需要哪方面的协调"
        value={values.need}
        options={NEEDS}
        onChange={(need) => onChange({ need })}
      />
    </Field>
  );
}
