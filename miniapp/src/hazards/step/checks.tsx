import { Box, Span } from '../../ui/primitives/box';
import { Pressable } from '../../ui/primitives/pressable';
import '../../ui/field.scss';

interface ChecksProps<T extends string> {
  id: string;
  label: string;
  values: readonly T[];
  options: readonly { value: T; text: string }[];
  onChange: (values: T[]) => void;
}

/** Any of a few, all in sight; a second tap takes one away. */
export function Checks<T extends string>({ id, label, values, options, onChange }: ChecksProps<T>) {
  const toggled = (value: T) => (values.includes(value) ? values.filter((it) => it !== value) : [...values, value]);
  return (
    <Box id={id} className="choices choices--many" role="group" label={label}>
      {options.map(({ value, text }) => {
        const isOn = values.includes(value);
        return (
          <Pressable
            key={value}
            role="checkbox"
            pressed={isOn}
            className={isOn ? 'choices__item choices__item--on' : 'choices__item'}
            onPress={() => onChange(toggled(value))}
          >
            <Span className="choices__text">{isOn ? `✓ ${text}` : text}</Span>
          </Pressable>
        );
      })}
    </Box>
  );
}
