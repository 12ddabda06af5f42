import { useOwnArea, useVillages } from '../../areas/areas.api';
import { PickerField } from '../../ui/field';

interface WhereFieldProps {
  value: string;
  error: string | undefined;
  onChange: (areaCode: string) => void;
}

/** Where: asked only of those who have several places; it starts with that of the acting post. */
export function WhereField({ value, error, onChange }: WhereFieldProps) {
  const own = useOwnArea();
  const villages = useVillages();
  const isWider = own !== null && own.code.length < 12;
  const places = isWider ? [own, ...villages] : villages;
  if (places.length < 2) return null;
  return (
    <PickerField
      id="areaCode"
      label="在哪里"
      placeholder="选择地方"
      value={value}
      error={error}
      options={places.map(({ code, name }) => ({
        value: code,
        text: code === own?.code && isWider ? `${name}（全乡）` : name,
      }))}
      onChange={onChange}
    />
  );
}
