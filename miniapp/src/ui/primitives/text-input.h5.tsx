import { useEffect, useRef } from 'react';
import type { TextBoxProps, TextFieldProps } from './props';

const KEYBOARD = { text: undefined, password: undefined, search: 'search', tel: 'tel', number: 'decimal' } as const;

/** One line of text. */
export function TextField({ type = 'text', onChange, onDone, invalid, ...rest }: TextFieldProps) {
  return (
    <input
      {...rest}
      className="control"
      type={type === 'number' ? 'text' : type}
      inputMode={KEYBOARD[type]}
      aria-invalid={invalid || undefined}
      aria-describedby={invalid ? `${rest.id}-error` : undefined}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onDone?.();
      }}
    />
  );
}

/** Several lines of text; grows with what is typed. */
export function TextBox({ onChange, invalid, rows = 3, ...rest }: TextBoxProps) {
  const element = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const box = element.current;
    if (!box) return;
    box.style.height = 'auto';
    if (box.scrollHeight > 0) box.style.height = `${box.scrollHeight + 2}px`;
  });
  return (
    <textarea
      {...rest}
      ref={element}
      rows={rows}
      className="control control--tall"
      aria-invalid={invalid || undefined}
      aria-describedby={invalid ? `${rest.id}-error` : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
