import type { KeyboardEvent } from 'react';
import type { TappableTextProps } from './props';

/** A stretch of running text that can be tapped: it breaks across lines as text does. */
export function TappableText({ className, children, onPress }: TappableTextProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onPress();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers draw a button as one box, which cannot break across lines
    <span role="button" tabIndex={0} className={`tappable ${className ?? ''}`} onClick={onPress} onKeyDown={onKeyDown}>
      {children}
    </span>
  );
}
