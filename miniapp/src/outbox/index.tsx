import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { useNetwork } from '../platform/network';
import { wakeOutbox } from '../platform/outbox/outbox';
import type { OutboxItem } from '../platform/outbox/outbox-item';
import { useOutbox } from '../platform/outbox/outbox-store';
import { Button } from '../ui/button';
import { Page } from '../ui/page';
import { Box } from '../ui/primitives/box';
import { RoomNotice } from '../ui/room-notice';
import { Section } from '../ui/section';
import { EmptyState } from '../ui/states';
import { OutboxLine } from './outbox-line';
import { grouped, LINES_AT_ONCE } from './outbox-list';

/** Everything of mine that is on its way: what needs me first, then what waits, then what has arrived. */
export default function OutboxPage() {
  const items = useOutbox((state) => state.items);
  const online = useNetwork((state) => state.online);
  const [most, setMost] = useState(LINES_AT_ONCE);
  useReachBottom(() => setMost((drawn) => (drawn < items.length ? drawn + LINES_AT_ONCE : drawn)));
  const { needed, waiting, delivered } = grouped(items);
  const roomFor = (before: number) => Math.max(0, most - before);
  return (
    <Page title="待发送" bar={waiting.length > 0 && <RetryAll online={online} />}>
      <Box className="stack narrow">
        <RoomNotice />
        {items.length === 0 && (
          <EmptyState title="没有待发送的内容">
            上报、记录和办理都先存在这台手机里，有信号就自动发出，到没到这里都看得见。
          </EmptyState>
        )}
        <Lines title="需要处理" items={needed} most={roomFor(0)} />
        <Lines title="未发送" items={waiting} most={roomFor(needed.length)} />
        <Lines title="已送达" items={delivered} most={roomFor(needed.length + waiting.length)} />
        {most < items.length && (
          <Button kind="quiet" onPress={() => setMost(most + LINES_AT_ONCE)}>
            显示更多
          </Button>
        )}
      </Box>
    </Page>
  );
}

function Lines({ title, items, most }: { title: string; items: readonly OutboxItem[]; most: number }) {
  if (items.length === 0) return null;
  return (
    <Section title={title} note={`${items.length} 条`}>
      <Box className="stack stack--tight">
        {items.slice(0, most).map((item) => (
          <OutboxLine key={item.id} item={item} />
        ))}
      </Box>
    </Section>
  );
}

function RetryAll({ online }: { online: boolean }) {
  return (
    <Button id="retry-all" kind={online ? 'primary' : 'secondary'} onPress={wakeOutbox}>
      立即重试
    </Button>
  );
}
