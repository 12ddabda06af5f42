import type { ReactNode } from 'react';
import { useFieldName } from './field-names';
import { Box, Span } from './primitives/box';
import { Choice, DateChoice } from './primitives/choice';
import { FieldLabel } from './primitives/field-label';
import type { ChoiceProps, DateChoiceProps, TextBoxProps, TextFieldProps } from './primitives/props';
import { TextBox, TextField } from './primitives/text-input';
import './field.scss';

interface FieldProps {
  /** The id of the control inside; the error summary jumps to it. */
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  children: ReactNode;
}

/** A label, a hint, the control, and what is wrong with it, beside it. */
export function Field({ id, label, hint, error, optional, children }: FieldProps) {
  useFieldName(id, label);
  return (
    <Box className={error ? 'field field--invalid' : 'field'}>
      <FieldLabel htmlFor={id}>
        {label}
        {optional && <Span className="field__optional">（选填）</Span>}
      </FieldLabel>
      {hint && <Box className="field__hint">{hint}</Box>}
      {error && (
        <Box id={`${id}-error`} className="field__error" role="alert">
          {error}
        </Box>
      )}
      {children}
    </Box>
  );
}

type Framed<T> = Omit<T, 'invalid' | 'label'> & Omit<FieldProps, 'children'>;

export function TextInput({ label, hint, error, optional, ...control }: Framed<TextFieldProps>) {
  return (
    <Field id={control.id} label={label} hint={hint} error={error} optional={optional}>
      <TextField {...control} invalid={Boolean(error)} />
    </Field>
  );
}

export function TextArea({ label, hint, error, optional, ...control }: Framed<TextBoxProps>) {
  return (
    <Field id={control.id} label={label} hint={hint} error={error} optional={optional}>
      <TextBox {...control} invalid={Boolean(error)} />
    </Field>
  );
}

export function PickerField({ label, hint, error, optional, ...control }: Framed<ChoiceProps>) {
  return (
    <Field id={control.id} label={label} hint={hint} error={error} optional={optional}>
      <Choice {...control} label={label} invalid={Boolean(error)} />
    </Field>
  );
}

export function DateField({ label, hint, error, optional, ...control }: Framed<DateChoiceProps>) {
  return (
    <Field id={control.id} label={label} hint={hint} error={error} optional={optional}>
      <DateChoice {...control} label={label} invalid={Boolean(error)} />
    </Field>
  );
}
