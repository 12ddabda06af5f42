import { QueryClientProvider } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { watchNetwork } from './platform/network';
import { startOutbox, wakeOutbox } from './platform/outbox/outbox';
import { watchPrivacy } from './platform/privacy';
import { keepQueries, queryClient } from './platform/query-client';
import { watchSession } from './platform/signed-in';
import { readAheadSoon, startReadingAhead } from './read-ahead';
import './ui/base.scss';
import './ui/elements';

keepQueries();
watchSession();
watchNetwork();
watchPrivacy();
startOutbox();
startReadingAhead();

export default function App({ children }: PropsWithChildren) {
  useDidShow(() => {
    wakeOutbox();
    readAheadSoon();
  });
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
