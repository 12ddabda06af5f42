import { createElement } from 'react';
import type { BaseProps, BoxProps } from './props';

/** A container; on h5 the element that says what it is. */
export function Box({ as = 'div', label, live, ...rest }: BoxProps) {
  return createElement(as, { ...rest, 'aria-label': label, 'aria-live': live });
}

/** A run of text inside a line. */
export function Span(props: Omit<BaseProps, 'label'>) {
  return <span {...props} />;
}

/** A heading of level 1 (the page) to 3. */
export function Heading({ level, label, ...rest }: BaseProps & { level: 1 | 2 | 3 }) {
  return createElement(`h${level}`, { ...rest, 'aria-label': label });
}
