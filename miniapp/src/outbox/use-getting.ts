import { useNetwork } from '../platform/network';
import type { OutboxItem } from '../platform/outbox/outbox-item';
import { isHeldUp } from '../platform/outbox/outbox-order';
import { useOutbox } from '../platform/outbox/outbox-store';
import type { Getting } from './outbox-words';

/** How the outbox is getting on with one item. */
export function useGetting(item: OutboxItem): Getting {
  const { items, sending, progress, tooOld } = useOutbox();
  const online = useNetwork((state) => state.online);
  return { sending, progress, tooOld, online, heldUp: isHeldUp(item, items) };
}
