import Taro from '@tarojs/taro';

/**
 * WeChat has no `crypto` global, and its own source of random bytes answers later, not at once. A pool is filled at
 * the start and again when it runs low; until the first answer, and on old phones without the source, Math.random
 * stands in (an id must be unlikely to repeat, it is no secret).
 */
const POOL_BYTES = 1024;
const LOW_WATER = 256;

let pool = new Uint8Array(0);
let used = 0;
let filling = false;

async function fillPool(): Promise<void> {
  if (filling || typeof Taro.getRandomValues !== 'function') return;
  filling = true;
  try {
    const { randomValues } = await Taro.getRandomValues({ length: POOL_BYTES });
    pool = new Uint8Array(randomValues);
    used = 0;
  } catch {
    // The next id asks again.
  } finally {
    filling = false;
  }
}

/** A random unsigned 32-bit number. */
export function randomUint32(): number {
  if (pool.length - used < LOW_WATER) void fillPool();
  if (pool.length - used < 4) return Math.floor(Math.random() * 0x1_0000_0000);
  let value = 0;
  for (let i = 0; i < 4; i += 1) value = value * 256 + (pool[used++] ?? 0);
  return value;
}
