import { setTimeout as sleep } from 'node:timers/promises';
import { Mutex } from './mutex';

test('a mutex serves in order, and giving up twice lets only one in', async () => {
  const mutex = new Mutex();
  const order: number[] = [];
  const first = await mutex.acquire();
  const waiting = [1, 2].map(async (i) => {
    const release = await mutex.acquire();
    order.push(i);
    await sleep(1);
    release();
    release();
  });
  await sleep(1);
  expect(order).toEqual([]);
  first();
  first();
  await Promise.all(waiting);
  expect(order).toEqual([1, 2]);
});
