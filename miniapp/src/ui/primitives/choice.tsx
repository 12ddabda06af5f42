import { Picker, View } from '@tarojs/components';
import type { ChoiceProps, DateChoiceProps } from './props';

function Shown({ id, text, empty, invalid }: { id: string; text: string; empty: boolean; invalid?: boolean }) {
  const classes = ['control', 'control--select', empty ? 'control--empty' : '', invalid ? 'control--invalid' : ''];
  return (
    <View id={id} className={classes.join(' ')}>
      {text}
    </View>
  );
}

/** One of a list. */
export function Choice({ id, value, options, onChange, placeholder, disabled, invalid }: ChoiceProps) {
  const index = options.findIndex((option) => option.value === value);
  return (
    <Picker
      mode="selector"
      range={options.map((option) => option.text)}
      value={Math.max(index, 0)}
      disabled={disabled}
      onChange={(event) => onChange(options[Number(event.detail.value)]?.value ?? '')}
    >
      <Shown id={id} text={options[index]?.text ?? placeholder} empty={index < 0} invalid={invalid} />
    </Picker>
  );
}

/** A calendar date. */
export function DateChoice({ id, value, onChange, min, max, disabled, invalid }: DateChoiceProps) {
  return (
    <Picker
      mode="date"
      value={value}
      start={min}
      end={max}
      disabled={disabled}
      onChange={(event) => onChange(event.detail.value)}
    >
      <Shown id={id} text={value || '请选择日期'} empty={value === ''} invalid={invalid} />
    </Picker>
  );
}
