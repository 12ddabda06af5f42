import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

/** Fields sent together. */
export function Form({ children }: { onSubmit: () => void; children: ReactNode }) {
  return <View className="stack form">{children}</View>;
}
