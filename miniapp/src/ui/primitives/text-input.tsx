import { Input, Textarea } from '@tarojs/components';
import type { TextBoxProps, TextFieldProps } from './props';

const KEYBOARD = { text: 'text', password: 'safe-password', search: 'text', tel: 'number', number: 'digit' } as const;

/** One line of text. */
export function TextField({
  id,
  value,
  onChange,
  placeholder,
  type = 'text',
  maxLength,
  disabled,
  invalid,
  onDone,
}: TextFieldProps) {
  return (
    <Input
      id={id}
      className={invalid ? 'control control--invalid' : 'control'}
      value={value}
      type={KEYBOARD[type]}
      password={type === 'password'}
      placeholder={placeholder}
      placeholderClass="control__placeholder"
      maxlength={maxLength ?? -1}
      disabled={disabled}
      confirmType={type === 'search' ? 'search' : 'done'}
      onInput={(event) => onChange(event.detail.value)}
      onConfirm={() => onDone?.()}
    />
  );
}

/** Several lines of text; grows with what is typed. */
export function TextBox({ id, value, onChange, placeholder, maxLength, disabled, invalid }: TextBoxProps) {
  return (
    <Textarea
      id={id}
      className={invalid ? 'control control--tall control--invalid' : 'control control--tall'}
      value={value}
      placeholder={placeholder}
      placeholderClass="control__placeholder"
      maxlength={maxLength ?? -1}
      disabled={disabled}
      autoHeight
      showConfirmBar={false}
      cursorSpacing={96}
      onInput={(event) => onChange(event.detail.value)}
    />
  );
}
