import { addDays, dateOf } from '@zerentian/shared/calendar';
import { countyPurposeNames } from '@zerentian/shared/hazards/hazard.facts';
import { serverNow } from '../../platform/clock';
import { Choices } from '../../ui/choices';
import { DateField, Field, TextArea, TextInput } from '../../ui/field';
import { Box } from '../../ui/primitives/box';
import { purposesFor } from '../county-words';
import type { StepFieldProps } from './field-props';
import { OwnPhotos } from './own-photos';

/** Why it goes to the county; not asked where the level leaves no doubt. */
export function PurposeField({ hazard, values, errors, onChange }: StepFieldProps) {
  const purposes = purposesFor(hazard);
  if (purposes.length === 1 && values.purpose) {
    return <Box className="text-note">{`上报事由：${countyPurposeNames[values.purpose]}`}</Box>;
  }
  return (
    <Field id="purpose" label="为什么上报" error={errors.purpose}>
      <Choices
        id="purpose"
        label="为什么上报"
        value={values.purpose}
        options={purposes.map((value) => ({ value, text: countyPurposeNames[value] }))}
        onChange={(purpose) => onChange({ purpose })}
      />
    </Field>
  );
}

/** The clause of the standard or law that is offended. */
export function ClauseField({ values, errors, onChange }: StepFieldProps) {
  return (
    <TextArea
      id="clause"
      label="判定依据的条款"
      hint="哪一个判定标准或法规、第几条"
      optional={values.purpose !== 'transfer'}
      rows={1}
      value={values.clause}
      error={errors.clause}
      onChange={(clause) => onChange({ clause })}
    />
  );
}

/** Which photos of the hazard go along. */
export function OwnPhotosField({ hazard, values, onChange }: StepFieldProps) {
  if (hazard.photos.length === 0) return null;
  return (
    <Field id="own-photos" label="附上已有的照片" hint="点一下选上或去掉">
      <OwnPhotos
        photos={hazard.photos}
        chosen={values.ownPhotoIds}
        onChange={(ownPhotoIds) => onChange({ ownPhotoIds })}
      />
    </Field>
  );
}

export function ToField({ values, errors, onChange }: StepFieldProps) {
  return (
    <TextInput
      id="to"
      label="报给县里哪个部门"
      hint="例如：县应急管理局"
      optional
      value={values.to}
      error={errors.to}
      onChange={(to) => onChange({ to })}
    />
  );
}

export function ReportNumberField(props: StepFieldProps) {
  const { values, errors, onChange } = props;
  return (
    <>
      <TextInput
        id="reportNumber"
        label="乡里文件的编号"
        hint="有正式文件的填编号，先打电话报的以后再补"
        optional
        value={values.reportNumber}
        error={errors.reportNumber}
        onChange={(reportNumber) => onChange({ reportNumber })}
      />
      <PaperDateField {...props} />
    </>
  );
}

/** The number of the county's paper: without one nothing of the county's is put on record. */
export function CountyNumberField(props: StepFieldProps) {
  const { values, errors, onChange } = props;
  return (
    <>
      <TextInput
        id="countyNumber"
        label="县级文件的编号"
        hint="照文件抄写，例如：山应急〔2026〕12号"
        value={values.countyNumber}
        error={errors.countyNumber}
        onChange={(countyNumber) => onChange({ countyNumber })}
      />
      <PaperDateField {...props} />
    </>
  );
}

/** The day that stands on the paper. */
function PaperDateField({ values, errors, onChange }: StepFieldProps) {
  const today = dateOf(serverNow());
  return (
    <DateField
      id="paperDate"
      label="文件上的日期"
      optional
      value={values.paperDate}
      min={addDays(today, -366)}
      max={today}
      error={errors.paperDate}
      onChange={(paperDate) => onChange({ paperDate })}
    />
  );
}

/** For a listed hazard the limit is the county's: more time rests on its paper. */
export function ListedNumberField(props: StepFieldProps) {
  return props.hazard.level === 'major' ? <CountyNumberField {...props} /> : null;
}

/** The county's limit, as its paper says. */
export function LimitField({ values, errors, onChange }: StepFieldProps) {
  const today = dateOf(serverNow());
  return (
    <DateField
      id="deadline"
      label="县级定的整改期限"
      value={values.deadline}
      min={today}
      max={addDays(today, 732)}
      error={errors.deadline}
      onChange={(deadline) => onChange({ deadline })}
    />
  );
}
