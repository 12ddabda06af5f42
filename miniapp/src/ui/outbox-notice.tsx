import { open } from '../platform/navigation';
import { isFinished } from '../platform/outbox/outbox-item';
import { useOutbox } from '../platform/outbox/outbox-store';
import { Kept } from './states';

/** How much of mine is still on the phone, and the way there; nothing while all has arrived. */
export function OutboxNotice() {
  const unsent = useOutbox(({ items }) => items.filter((item) => item.state !== 'refused' && !isFinished(item)).length);
  const refused = useOutbox(({ items }) => items.filter(({ state }) => state === 'refused').length);
  if (unsent + refused === 0) return null;
  const words = [unsent > 0 && `${unsent} 条未发送`, refused > 0 && `${refused} 条需要处理`].filter(Boolean);
  return <Kept words={words.join('，')} verb="查看" onPress={() => open('outbox')} />;
}
