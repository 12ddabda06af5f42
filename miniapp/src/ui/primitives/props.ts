import type { CSSProperties, ReactNode } from 'react';

/** What every primitive takes on both platforms. */
export interface BaseProps {
  id?: string;
  className?: string;
  style?: CSSProperties;
  children?: ReactNode;
  /** Spoken by a screen reader in place of the content. */
  label?: string;
}

export type BoxTag = 'div' | 'section' | 'nav' | 'main' | 'header' | 'footer' | 'ul' | 'ol' | 'li' | 'dl' | 'dt' | 'dd';

export interface BoxProps extends BaseProps {
  /** The element on h5; WeChat knows only views. */
  as?: BoxTag;
  role?: string;
  /** `polite` reads changes aloud when the reader is idle. */
  live?: 'polite' | 'assertive';
  hidden?: boolean;
}

export interface PressableProps extends BaseProps {
  onPress: () => void;
  disabled?: boolean;
  /** For things that are on or off, such as a chosen filter. */
  pressed?: boolean;
  expanded?: boolean;
  role?: 'button' | 'tab' | 'radio' | 'checkbox' | 'link';
}

export interface TappableTextProps {
  className?: string;
  children: ReactNode;
  onPress: () => void;
}

export interface TextFieldProps {
  id: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  type?: 'text' | 'password' | 'tel' | 'number' | 'search';
  maxLength?: number;
  disabled?: boolean;
  invalid?: boolean;
  autoComplete?: string;
  /** Called when the keyboard's done key is pressed. */
  onDone?: () => void;
}

export interface TextBoxProps extends Omit<TextFieldProps, 'type' | 'autoComplete' | 'onDone'> {
  rows?: number;
}

export interface Option {
  value: string;
  text: string;
}

export interface ChoiceProps {
  id: string;
  /** Empty while nothing is chosen. */
  value: string;
  options: readonly Option[];
  onChange: (value: string) => void;
  placeholder: string;
  disabled?: boolean;
  invalid?: boolean;
  label: string;
}

export interface DateChoiceProps {
  id: string;
  /** `YYYY-MM-DD`, empty while nothing is chosen. */
  value: string;
  onChange: (value: string) => void;
  min?: string;
  max?: string;
  disabled?: boolean;
  invalid?: boolean;
  label: string;
}
