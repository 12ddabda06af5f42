import type { HazardPath } from '@zerentian/shared/hazards/hazard.contract';
import { useState } from 'react';
import { currentPlace } from '../../platform/location';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { Field, TextInput } from '../../ui/field';
import { Box } from '../../ui/primitives/box';
import { LevelField } from '../level-field';
import type { ReportValues } from './report-values';
import type { ReportPartProps } from './where-fields';

/** For whoever has more to say; closed until asked for, or until something in it is wrong. */
export function MoreFields({ values, errors, onChange, path }: ReportPartProps & { path: HazardPath }) {
  const filledIn = values.spot !== '' || values.place !== null || values.level !== 'general' || values.collective;
  const [open, setOpen] = useState(filledIn);
  const wrong = ['spot', 'level', 'standardClause', 'ownership'].some((field) => errors[field]);
  if (!open && !wrong) {
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
      <PlaceField values={values} onChange={onChange} />
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

function PlaceField({ values, onChange }: Pick<ReportPartProps, 'values' | 'onChange'>) {
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle');
  const ask = async () => {
    setState('asking');
    const place = await currentPlace();
    setState(place ? 'idle' : 'failed');
    if (place) onChange({ place });
  };
  return (
    <Box className="row">
      <Button kind="secondary" small busy={state === 'asking'} busyText="正在定位…" onPress={() => void ask()}>
        {values.place ? '重新定位' : '附上现在的位置'}
      </Button>
      {values.place && (
        <>
          <Box className="text-note">{placeWords(values.place)}</Box>
          <Button kind="quiet" small onPress={() => onChange({ place: null })}>
            去掉
          </Button>
        </>
      )}
      {state === 'failed' && <Box className="text-note">没有取得位置，不影响上报。可在手机设置里允许定位后再试。</Box>}
    </Box>
  );
}

function placeWords(place: NonNullable<ReportValues['place']>): string {
  const within = place.accuracy ? `，约 ${Math.round(place.accuracy)} 米内` : '';
  return `已附上位置${within}`;
}
