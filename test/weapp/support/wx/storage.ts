import { Device } from './device';
import { WxFailure } from './failure';

/** WeChat's limits: one key, and all of them together. */
const KEY_BYTES = 1024 * 1024;
const TOTAL_BYTES = 10 * 1024 * 1024;

/** A missing key reads as an empty string. */
export function getStorage(device: Device, key: string): unknown {
  const stored = device.storage.get(key);
  return stored === undefined ? '' : JSON.parse(stored);
}

/** @throws WxFailure where WeChat would throw: the phone is full, the value too large or not to be written down */
export function setStorage(device: Device, key: string, value: unknown): void {
  const text = JSON.stringify(value);
  if (text === undefined) throw new WxFailure('data is undefined');
  if (Buffer.byteLength(text) > KEY_BYTES) throw new WxFailure(`entry size limit reached: ${key}`);
  const others = [...device.storage].filter(([name]) => name !== key);
  const total = others.reduce((sum, [name, stored]) => sum + Buffer.byteLength(name + stored), 0);
  if (total + Buffer.byteLength(key + text) > TOTAL_BYTES) throw new WxFailure('exceed storage max size 10MB');
  device.storage.set(key, text);
}

/** Sizes in kilobytes, as WeChat tells them. */
export function storageInfo(device: Device) {
  const bytes = [...device.storage].reduce((sum, [name, stored]) => sum + Buffer.byteLength(name + stored), 0);
  return { keys: [...device.storage.keys()], currentSize: Math.ceil(bytes / 1024), limitSize: TOTAL_BYTES / 1024 };
}
