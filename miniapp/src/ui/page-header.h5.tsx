import type { ReactNode } from 'react';
import { back as goBack } from '../platform/navigation';
import { Icon } from './icon';
import { Box, Heading } from './primitives/box';
import { Pressable } from './primitives/pressable';

interface PageHeaderProps {
  title: string;
  back: 'none' | 'root' | 'inner';
  actions?: ReactNode;
}

export function PageHeader({ title, back, actions }: PageHeaderProps) {
  return (
    <Box as="header" className="page__header">
      {back !== 'none' && (
        <Pressable
          className={back === 'root' ? 'page__back page__back--root' : 'page__back'}
          onPress={goBack}
          label="返回"
        >
          <Icon name="back" large />
        </Pressable>
      )}
      <Heading level={1} className="page__title">
        {title}
      </Heading>
      {actions}
    </Box>
  );
}
