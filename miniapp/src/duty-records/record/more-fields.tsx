import { useState } from 'react';
import { useOwnArea } from '../../areas/areas.api';
import { Button } from '../../ui/button';
import { PlaceField } from '../../ui/place-field';
import { Box } from '../../ui/primitives/box';
import { UnitField } from '../../units/unit-field';
import type { RecordPartProps } from './day-fields';

/** For whoever has more to say; closed until asked for, or until something in it is wrong. */
export function MoreFields({ values, errors, onChange }: RecordPartProps) {
  const own = useOwnArea();
  const [open, setOpen] = useState(values.unitId !== '' || values.place !== null);
  if (!open && !errors.unitId && !errors.place) {
    return (
      <Box>
        <Button kind="quiet" small onPress={() => setOpen(true)}>
          补充单位、位置（选填）
        </Button>
      </Box>
    );
  }
  return (
    <>
      <UnitField
        id="unitId"
        label="在哪个单位"
        optional
        area={values.areaCode || own?.code || ''}
        known={{ id: values.unitId, name: values.unitName }}
        value={values.unitId}
        error={errors.unitId}
        onChange={(unitId, unit) => onChange({ unitId, unitName: unit?.name ?? '' })}
      />
      <PlaceField value={values.place ?? null} onChange={(place) => onChange({ place })} />
    </>
  );
}
