import type { ChoiceProps, DateChoiceProps } from './props';

/** One of a list, with the browser's own picker: known to everybody, fast on a phone, typed ahead at a desk. */
export function Choice({ id, value, options, onChange, placeholder, disabled, invalid, label }: ChoiceProps) {
  return (
    <select
      id={id}
      className={value === '' ? 'control control--select control--empty' : 'control control--select'}
      value={value}
      disabled={disabled}
      aria-label={label}
      aria-invalid={invalid || undefined}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{placeholder}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}

/** A calendar date. */
export function DateChoice({ id, value, onChange, min, max, disabled, invalid, label }: DateChoiceProps) {
  return (
    <input
      id={id}
      type="date"
      className="control"
      value={value}
      min={min}
      max={max}
      disabled={disabled}
      aria-label={label}
      aria-invalid={invalid || undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
