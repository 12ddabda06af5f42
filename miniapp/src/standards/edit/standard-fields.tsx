import { hazardLevelNames, townshipLevels } from '@zerentian/shared/hazards/hazard.facts';
import { standardKindNames, standardKinds } from '@zerentian/shared/standards/standard.contract';
import type { FieldErrors } from '../../platform/form-errors';
import { Choices } from '../../ui/choices';
import { Field, PickerField, TextArea, TextInput } from '../../ui/field';
import { useTrades } from '../../units/units.api';
import type { StandardValues } from './standard-values';

const KINDS = standardKinds.map((value) => ({ value, text: standardKindNames[value] }));
const LEVELS = townshipLevels.map((value) => ({ value, text: hazardLevelNames[value] }));
const CHECKED = [
  { value: 'no', text: '没有核对' },
  { value: 'yes', text: '已对照原文' },
] as const;
const USE = [
  { value: 'yes', text: '使用' },
  { value: 'no', text: '停用' },
] as const;

interface StandardFieldsProps {
  values: StandardValues;
  errors: FieldErrors;
  onChange: (part: Partial<StandardValues>) => void;
}

/** What it says, how grave it is, and where that is written. */
export function StandardFields(props: StandardFieldsProps) {
  return (
    <>
      <WordingFields {...props} />
      <BasisFields {...props} />
    </>
  );
}

function WordingFields({ values, errors, onChange }: StandardFieldsProps) {
  const { data: trades = [] } = useTrades();
  return (
    <>
      <Field id="kind" label="类别" error={errors.kind}>
        <Choices id="kind" label="类别" value={values.kind} options={KINDS} onChange={(kind) => onChange({ kind })} />
      </Field>
      <TextArea
        id="wording"
        label="怎么写"
        hint="选用时照此填进隐患描述"
        rows={2}
        value={values.wording}
        error={errors.wording}
        onChange={(wording) => onChange({ wording })}
      />
      <PickerField
        id="trade"
        label="行业"
        optional
        placeholder="各行业都适用"
        value={values.trade}
        error={errors.trade}
        options={trades.map(({ key, name }) => ({ value: key, text: name }))}
        onChange={(trade) => onChange({ trade })}
      />
      <Field id="level" label="级别" hint="是否重大由县级认定，这里最高只到疑似重大" error={errors.level}>
        <Choices
          id="level"
          label="级别"
          value={values.level}
          options={LEVELS}
          onChange={(level) => onChange({ level })}
        />
      </Field>
    </>
  );
}

function BasisFields({ values, errors, onChange }: StandardFieldsProps) {
  return (
    <>
      <TextInput
        id="basis"
        label="依据的文件"
        hint="疑似重大的必须写"
        optional
        value={values.basis}
        error={errors.basis}
        onChange={(basis) => onChange({ basis })}
      />
      <TextInput
        id="clause"
        label="第几条"
        optional
        value={values.clause}
        error={errors.clause}
        onChange={(clause) => onChange({ clause })}
      />
      <Field id="verified" label="对照文件原文核对过吗" error={errors.verified}>
        <Choices
          id="verified"
          label="对照文件原文核对过吗"
          value={values.verified ? 'yes' : 'no'}
          options={CHECKED}
          onChange={(answer) => onChange({ verified: answer === 'yes' })}
        />
      </Field>
      <TextArea
        id="advice"
        label="整改建议"
        optional
        rows={2}
        value={values.advice}
        error={errors.advice}
        onChange={(advice) => onChange({ advice })}
      />
    </>
  );
}

/** Whether it is still offered in this area. */
export function UseField({ values, errors, onChange }: StandardFieldsProps) {
  return (
    <Field id="active" label="本辖区还用吗" error={errors.active}>
      <Choices
        id="active"
        label="本辖区还用吗"
        value={values.active ? 'yes' : 'no'}
        options={USE}
        onChange={(answer) => onChange({ active: answer === 'yes' })}
      />
    </Field>
  );
}
