import type { HazardPath } from '@zerentian/shared/hazards/hazard.contract';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { Field, TextInput } from '../../ui/field';
import { PlaceField } from '../../ui/place-field';
import { LevelField } from '../level-field';
import type { ReportPartProps } from './where-fields';

/** For whoever has more to say; closed until asked for, or until something in it is wrong. */
export function MoreFields({ values, errors, onChange, path }: ReportPartProps & { path: HazardPath }) {
  const filledIn = values.spot !== '' || values.place !== null || values.level !== 'general' || values.collective;
  const [open, setOpen] = useState(filledIn);
  const wrong = ['spot', 'level', 'standardClause', 'ownership'].some((field) => errors[field]);
  if (!open && !wrong && values.level === 'general') {
    return (
      <Button kind="quiet" onPress={() => setOpen(true)}>
        补充：具体位置、级别、归属（选填）
      </Button>
    );
  }
  return (
    <>
      <TextInput
        id="spot"
        label="具体位置"
        optional
        placeholder="例如：二车间东头"
        value={values.spot}
        error={errors.spot}
        onChange={(spot) => onChange({ spot })}
      />
      <PlaceField act="上报" value={values.place ?? null} onChange={(place) => onChange({ place })} />
      {path === 'referred' && (
        <>
          <LevelField values={values} errors={errors} onChange={onChange} />
          <OwnershipField values={values} errors={errors} onChange={onChange} />
        </>
      )}
    </>
  );
}

const YES_NO = [
  { value: 'no', text: '不是' },
  { value: 'yes', text: '是村集体所有或使用' },
] as const;

/** Only for what the collective owns or uses may the village itself be made to put it right. */
function OwnershipField({ values, errors, onChange }: ReportPartProps) {
  return (
    <Field id="ownership" label="是村集体的场所吗" hint="集体的由村整改，其他的村只协助" error={errors.ownership}>
      <Choices
        id="ownership"
        label="是村集体的场所吗"
        value={values.collective ? 'yes' : 'no'}
        options={YES_NO}
        onChange={(answer) => onChange({ collective: answer === 'yes' })}
      />
    </Field>
  );
}
