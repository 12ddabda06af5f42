import { useState } from 'react';
import { useOwnArea } from '../../areas/areas.api';
import { Button } from '../../ui/button';
import { PlaceField } from '../../ui/place-field';
import { Box } from '../../ui/primitives/box';
import { UnitField } from '../../units/unit-field';
import { DayFields, type RecordPartProps } from './day-fields';

/** For whoever has more to say: another day, the unit, the place, paper. Closed until asked for, or until something is wrong. */
export function MoreFields({ values, errors, onChange }: RecordPartProps) {
  const [asked, setAsked] = useState(values.unitId !== '' || values.place !== null);
  const open = asked || errors.unitId !== undefined || errors.place !== undefined;
  return (
    <>
      <DayFields values={values} errors={errors} onChange={onChange} />
      {open && <WhereExactly values={values} errors={errors} onChange={onChange} />}
      <Box className="row more-switches">
        {!open && (
          <Button kind="quiet" small onPress={() => setAsked(true)}>
            补充单位、位置
          </Button>
        )}
        {!values.isPaper && (
          <Button kind="quiet" small onPress={() => onChange({ isPaper: true, doneOn: '' })}>
            补录纸质记录
          </Button>
        )}
      </Box>
    </>
  );
}

function WhereExactly({ values, errors, onChange }: RecordPartProps) {
  const own = useOwnArea();
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
      <PlaceField act="记录" value={values.place ?? null} onChange={(place) => onChange({ place })} />
    </>
  );
}
