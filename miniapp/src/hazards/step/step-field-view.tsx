import { coordinationNeeds, type HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { PhotoPicker } from '../../photos/photo-picker';
import type { FieldErrors } from '../../platform/form-errors';
import { Choices } from '../../ui/choices';
import { Field, PickerField, TextArea, TextInput } from '../../ui/field';
import { Box } from '../../ui/primitives/box';
import { UnitField } from '../../units/unit-field';
import { DeadlineField } from '../deadline-field';
import { LevelField } from '../level-field';
import type { STEP_FORMS, StepField } from './step-forms';
import type { MajorValues, StepValues } from './step-values';

interface StepFieldViewProps {
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
  major: MajorFields,
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

const MAJOR: readonly { field: keyof MajorValues; label: string; hint: string }[] = [
  { field: 'responsibility', label: '责任', hint: '谁负责' },
  { field: 'measures', label: '措施', hint: '怎么改、改好之前怎么防' },
  { field: 'funds', label: '资金', hint: '要多少、从哪里来' },
  { field: 'timeLimit', label: '时限', hint: '哪天之前改好' },
  { field: 'contingency', label: '预案', hint: '万一出事怎么办' },
  { field: 'countyNumber', label: '县级编号', hint: '县级认定或挂牌督办文件的编号' },
];

function MajorFields({ values, errors, onChange }: StepFieldViewProps) {
  return (
    <>
      <Box className="text-note">可以先填知道的，其余以后再补。</Box>
      {MAJOR.map(({ field, label, hint }) => (
        <TextInput
          key={field}
          id={field}
          label={label}
          hint={hint}
          value={values[field]}
          error={errors[field]}
          onChange={(text) => onChange({ [field]: text })}
        />
      ))}
    </>
  );
}
