import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

export function FieldLabel({ children }: { htmlFor: string; children: ReactNode }) {
  return <View className="field__label">{children}</View>;
}
