import { Box } from './primitives/box';
import { Pressable } from './primitives/pressable';
import './chips.scss';

interface ChipsProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; text: string }[];
  onChange: (value: T) => void;
}

/** Views of one list, all in sight: in large type in several lines. */
export function Chips<T extends string>({ label, value, options, onChange }: ChipsProps<T>) {
  return (
    <Box className="chips" role="group" label={label}>
      {options.map((option) => (
        <Pressable
          key={option.value}
          pressed={option.value === value}
          className={option.value === value ? 'chip chip--on' : 'chip'}
          onPress={() => onChange(option.value)}
        >
          {option.text}
        </Pressable>
      ))}
    </Box>
  );
}
