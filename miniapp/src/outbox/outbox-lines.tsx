import { useState } from 'react';
import { clockOffset } from '../platform/clock';
import { isFinished, type OutboxItem } from '../platform/outbox/outbox-item';
import { useOutbox } from '../platform/outbox/outbox-store';
import { Box } from '../ui/primitives/box';
import { Slot } from '../ui/primitives/slot';
import { OutboxLine } from './outbox-line';
import { arrivedSince } from './outbox-list';

/**
 * What of mine about one subject is not done with: not sent, being sent, refused, taken otherwise than it was meant; and what has arrived since
 * the page was opened. For the page of the thing itself.
 */
export function OutboxLines({ subject }: { subject: string }) {
  const items = useOutbox((state) => state.items);
  const [opened] = useState(() => Date.now());
  const mine = items.filter((item) => item.subject === subject);
  const last = mine[mine.length - 1];
  const shown = mine.filter((item) => needsEyes(item) || (item === last && arrivedSince(item, opened, clockOffset())));
  return (
    <Slot>
      {shown.length > 0 && (
        <Box className="stack stack--tight">
          {shown.map((item) => (
            <OutboxLine key={item.id} item={item} here />
          ))}
        </Box>
      )}
    </Slot>
  );
}

function needsEyes(item: OutboxItem): boolean {
  return !isFinished(item) || item.kept !== undefined || item.photos.some(({ state }) => state === 'lost');
}

/** Whether something that I did about a subject is still on the phone. */
export function useUnsent(subject: string): OutboxItem | undefined {
  return useOutbox((state) => state.items.find((item) => item.subject === subject && item.state !== 'delivered'));
}
