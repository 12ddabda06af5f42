import { QueryClientProvider } from '@tanstack/react-query';
import type { PropsWithChildren } from 'react';
import { keepQueries, queryClient } from './platform/query-client';
import { watchSession } from './platform/signed-in';
import './ui/base.scss';
import './ui/elements';

keepQueries();
watchSession();

export default function App({ children }: PropsWithChildren) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
