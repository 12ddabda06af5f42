import Taro from '@tarojs/taro';
import { keptFiles } from './photo-files';

/** WeChat's limit for the files of one mini-program, in bytes; that of the keys it tells itself (10 MB). */
const FILES_LIMIT = 200 * 1024 * 1024;

/** The share of what WeChat gives the app on this phone that is taken, 0 to 1: of its keys or of its files, whichever is fuller. */
export async function roomTaken(): Promise<number> {
  const files = (await keptFiles()).reduce((sum, { bytes }) => sum + bytes, 0);
  return Math.max(keysTaken(), files / FILES_LIMIT);
}

function keysTaken(): number {
  try {
    const { currentSize, limitSize } = Taro.getStorageInfoSync();
    return limitSize > 0 ? currentSize / limitSize : 0;
  } catch {
    return 0;
  }
}
