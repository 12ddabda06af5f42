import { QueryClientProvider } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { watchNetwork } from './platform/network';
import { startOutbox, wakeOutbox } from './platform/outbox/outbox';
import { keepQueries, queryClient } from './platform/query-client';
import { watchSession } from './platform/signed-in';
import './ui/base.scss';
import './ui/elements';

keepQueries();
watchSession();
watchNetwork();
startOutbox();

export default function App({ children }: PropsWithChildren) {
  useDidShow(wakeOutbox);
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
