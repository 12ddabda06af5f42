import type { ReactNode } from 'react';
import { back } from '../platform/navigation';
import { Icon } from './icon';
import { Box, Heading } from './primitives/box';
import { Pressable } from './primitives/pressable';

interface PageHeaderProps {
  title: string;
  withBack: boolean;
  actions?: ReactNode;
}

export function PageHeader({ title, withBack, actions }: PageHeaderProps) {
  return (
    <Box as="header" className="page__header">
      {withBack && (
        <Pressable className="page__back" onPress={back} label="返回">
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
