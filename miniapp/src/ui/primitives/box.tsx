import { Text, View } from '@tarojs/components';
import type { BaseProps, BoxProps } from './props';

/** A container; on h5 the element that says what it is. */
export function Box({ id, className, style, children, hidden }: BoxProps) {
  if (hidden) return null;
  return (
    <View id={id} className={className} style={style}>
      {children}
    </View>
  );
}

/** A run of text inside a line. */
export function Span({ id, className, style, children }: Omit<BaseProps, 'label'>) {
  return (
    <Text id={id} className={className} style={style}>
      {children}
    </Text>
  );
}

/** A heading of level 1 (the page) to 3. */
export function Heading({ id, className, style, children }: BaseProps & { level: 1 | 2 | 3 }) {
  return (
    <View id={id} className={className} style={style}>
      {children}
    </View>
  );
}
