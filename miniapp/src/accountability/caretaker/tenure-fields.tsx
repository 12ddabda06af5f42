import type { FieldErrors } from '../../platform/form-errors';
import { DateField, TextInput } from '../../ui/field';

/** The form as typed; dates as `YYYY-MM-DD`, empty where not known. */
export interface CaretakerValues {
  personId: string;
  personName: string;
  from: string;
  until: string;
  basis: string;
}

interface TenureFieldsProps {
  values: CaretakerValues;
  errors: FieldErrors;
  onChange: (part: Partial<CaretakerValues>) => void;
}

/** From when, until when and by which paper. */
export function TenureFields({ values, errors, onChange }: TenureFieldsProps) {
  return (
    <>
      <DateField
        id="from"
        label="从哪天起"
        value={values.from}
        error={errors.from}
        onChange={(from) => onChange({ from })}
      />
      <DateField
        id="until"
        label="到哪天止"
        hint="不填就到明确责任人为止；填了，从这天起不再代管"
        optional
        min={values.from}
        value={values.until}
        error={errors.until}
        onChange={(until) => onChange({ until })}
      />
      <TextInput
        id="basis"
        label="依据"
        hint="例如：乡党委会议纪要〔2026〕12 号"
        optional
        maxLength={200}
        value={values.basis}
        error={errors.basis}
        onChange={(basis) => onChange({ basis })}
      />
    </>
  );
}
