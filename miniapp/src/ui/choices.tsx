import { Box, Span } from './primitives/box';
import { Pressable } from './primitives/pressable';
import './field.scss';

interface ChoicesProps<T extends string> {
  id: string;
  label: string;
  value: T | '';
  options: readonly { value: T; text: string; hint?: string }[];
  onChange: (value: T) => void;
}

/** One of a few, all in sight. */
export function Choices<T extends string>({ id, label, value, options, onChange }: ChoicesProps<T>) {
  return (
    <Box id={id} className={`choices ${arrangementOf(options.length)}`} role="radiogroup" label={label}>
      {options.map((option) => (
        <Pressable
          key={option.value}
          role="radio"
          pressed={option.value === value}
          className={option.value === value ? 'choices__item choices__item--on' : 'choices__item'}
          onPress={() => onChange(option.value)}
        >
          <Span className="choices__text">{option.text}</Span>
          {option.hint && <Span className="choices__hint">{option.hint}</Span>}
        </Pressable>
      ))}
    </Box>
  );
}

/** Up to three stand in one line, four in one or in two pairs, more in columns. */
function arrangementOf(count: number): string {
  if (count < 4) return '';
  return count === 4 ? 'choices--four' : 'choices--many';
}
