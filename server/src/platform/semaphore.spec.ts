import { setTimeout as sleep } from 'node:timers/promises';
import { Semaphore } from './semaphore';

test('never more at once than allowed, all of them in the end, failures included', async () => {
  const semaphore = new Semaphore(3);
  let now = 0;
  let most = 0;
  const results = await Promise.allSettled(
    Array.from({ length: 30 }, (_, i) =>
      semaphore.run(async () => {
        most = Math.max(most, ++now);
        await sleep(Math.random() * 3);
        now--;
        if (i % 4 === 0) throw new Error('meant');
        return i;
      }),
    ),
  );
  expect(most).toBe(3);
  expect(results.filter((it) => it.status === 'fulfilled')).toHaveLength(22);
  expect(await semaphore.run(async () => 'free again')).toBe('free again');
});
