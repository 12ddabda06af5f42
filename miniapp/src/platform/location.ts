import Taro from '@tarojs/taro';
import type { Place } from '@zerentian/shared/fields';

/** Where the phone is, in the system that maps in China use; null if the person or the phone says no. */
export async function currentPlace(): Promise<Place | null> {
  try {
    const { latitude, longitude, accuracy } = await Taro.getLocation({ type: 'gcj02' });
    return { latitude, longitude, accuracy, system: 'gcj02' };
  } catch {
    return null;
  }
}
