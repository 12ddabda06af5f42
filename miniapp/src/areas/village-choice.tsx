import { Choice } from '../ui/primitives/choice';
import { useVillages } from './areas.api';

interface VillageChoiceProps {
  /** Area code, empty for all. */
  value: string;
  onChange: (area: string) => void;
}

/** One village or all; not asked of those who have only one. */
export function VillageChoice({ value, onChange }: VillageChoiceProps) {
  const villages = useVillages();
  if (villages.length < 2) return null;
  return (
    <Choice
      id="filter-area"
      label="村"
      value={value}
      placeholder="全部村"
      options={villages.map(({ code, name }) => ({ value: code, text: name }))}
      onChange={onChange}
    />
  );
}
