import Taro from '@tarojs/taro';

/** What is kept on the phone between starts. Keys are named here so that two features never share one by accident. */
export type StorageKey = 'session' | 'settings' | 'kept-queries' | `kept:${string}` | `draft:${string}`;

/** The stored value, or null if there is none or it cannot be read. */
export function load<T>(key: StorageKey): T | null {
  try {
    const raw: unknown = Taro.getStorageSync(key);
    return typeof raw === 'string' && raw !== '' ? (JSON.parse(raw) as T) : null;
  } catch {
    return null;
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
