import { Box } from './primitives/box';
import './icon.scss';

export type IconName =
  | 'today'
  | 'hazard'
  | 'record'
  | 'who'
  | 'document'
  | 'contacts'
  | 'board'
  | 'me'
  | 'back'
  | 'next'
  | 'phone'
  | 'camera'
  | 'plus'
  | 'close'
  | 'check'
  | 'visit'
  | 'speech'
  | 'code'
  | 'standard'
  | 'unit'
  | 'search'
  | 'folder';

/** A drawn sign; always beside a word, so it is hidden from screen readers. */
export function Icon({ name, large = false }: { name: IconName; large?: boolean }) {
  return <Box className={`icon icon--${name}${large ? ' icon--large' : ''}`} role="presentation" />;
}
