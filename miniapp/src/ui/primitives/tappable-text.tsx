import { Text } from '@tarojs/components';
import type { TappableTextProps } from './props';

/** A stretch of running text that can be tapped: it breaks across lines as text does. */
export function TappableText({ className, children, onPress }: TappableTextProps) {
  return (
    <Text className={className} onClick={onPress}>
      {children}
    </Text>
  );
}
