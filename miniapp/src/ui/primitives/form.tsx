import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { FieldNames } from '../field-names';

/** Fields sent together. */
export function Form({ children }: { onSubmit: () => void; children: ReactNode }) {
  return (
    <View className="stack form">
      <FieldNames>{children}</FieldNames>
    </View>
  );
}
