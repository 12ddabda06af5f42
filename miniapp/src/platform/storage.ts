import Taro from '@tarojs/taro';

/** What is kept on the phone between starts. Keys are named here so that two features never share one by accident. */
export type StorageKey =
  | 'session'
  | 'settings'
  | 'pace'
  | 'kept-queries'
  | 'public-reports'
  | `kept:${string}`
  | `draft:${string}`
  | `outbox:${string}`
  | `recent:${string}`;

/** The stored value, or null if there is none or it cannot be read. */
export function load<T>(key: StorageKey): T | null {
  try {
    const raw: unknown = Taro.getStorageSync(key);
    return typeof raw === 'string' && raw !== '' ? (JSON.parse(raw) as T) : null;
  } catch {
    return null;
  }
}

/** What is stored, as the text that it is kept as; empty if there is nothing. */
export function loadText(key: StorageKey): string {
  try {
    return String(Taro.getStorageSync(key) ?? '');
  } catch {
    return '';
  }
}

/** Stores a value. False if the phone refused (full, or private browsing): the caller decides whether to say so. */
export function save(key: StorageKey, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Forgets a value; forgetting what is not there is fine. */
export function forget(key: StorageKey): void {
  try {
    Taro.removeStorageSync(key);
  } catch {
    // Nothing was stored, or storage is closed: either way it is gone.
  }
}

/** The keys that begin so. */
export function keysWith<Prefix extends StorageKey>(prefix: Prefix): Prefix[] {
  try {
    return Taro.getStorageInfoSync().keys.filter((key): key is Prefix => key.startsWith(prefix));
  } catch {
    return [];
  }
}
