import { useOwnArea, useVillages } from '../../areas/areas.api';
import type { FieldErrors } from '../../platform/form-errors';
import { PickerField } from '../../ui/field';
import { UnitField } from '../../units/unit-field';
import { NearbyPlaces } from './nearby-places';
import type { ReportValues } from './report-values';

export interface ReportPartProps {
  values: ReportValues;
  errors: FieldErrors;
  onChange: (part: Partial<ReportValues>) => void;
}

/** Where it is: a unit says it all; without one, the village, unless the person has only one (the server knows it). */
export function WhereFields({ values, errors, onChange }: ReportPartProps) {
  const villages = useVillages();
  const own = useOwnArea();
  return (
    <>
      {values.unitId === '' && <NearbyPlaces values={values} onChange={onChange} />}
      {villages.length > 1 && values.unitId === '' && (
        <PickerField
          id="areaCode"
          label="在哪个村"
          placeholder="选择村"
          value={values.areaCode}
          error={errors.areaCode}
          options={villages.map(({ code, name }) => ({ value: code, text: name }))}
          onChange={(areaCode) => onChange({ areaCode })}
        />
      )}
      <UnitField
        id="unitId"
        label="在哪个单位"
        hint="在单位里发现的就选上；选了单位，村会自动带出"
        optional
        area={values.areaCode || own?.code || ''}
        known={{ id: values.unitId, name: values.unitName }}
        value={values.unitId}
        error={errors.unitId}
        onChange={(unitId, unit) =>
          onChange({
            unitId,
            unitName: unit?.name ?? '',
            unitKind: unit?.kind ?? '',
            unitArea: unit?.areaCode ?? '',
            unitTrade: unit?.trade ?? '',
          })
        }
      />
    </>
  );
}
