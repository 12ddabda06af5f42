import type { ReactNode } from 'react';
import { Box } from './primitives/box';
import './form-bar.scss';

/** Holds a form's button under the thumb while the form scrolls; at a desk it simply ends the form. */
export function FormBar({ children }: { children: ReactNode }) {
  return <Box className="form-bar">{children}</Box>;
}
