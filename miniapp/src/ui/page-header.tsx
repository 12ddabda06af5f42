import type { ReactNode } from 'react';
import { Box } from './primitives/box';

interface PageHeaderProps {
  title: string;
  back: 'none' | 'root' | 'inner';
  actions?: ReactNode;
}

/** WeChat shows the title and the way back itself; only the page's own actions remain. */
export function PageHeader({ actions }: PageHeaderProps) {
  return actions ? <Box className="page__header row--spread">{actions}</Box> : <Box className="page__header--none" />;
}
