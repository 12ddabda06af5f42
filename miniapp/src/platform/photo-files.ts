import Taro from '@tarojs/taro';

/** Photos as WeChat hands them out: temporary files, saved so that a draft outlives the app being killed. */

/** The longer side after shrinking: enough to read a sign, small enough for one bar of signal. */
const LONGEST = 1600;
const QUALITY = 82;

/** Lets the person choose or take up to `count` photos; none if they think better of it. */
export async function choosePhotos(count: number): Promise<string[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] });
    return await Promise.all(tempFiles.map(({ tempFilePath }) => keep(tempFilePath)));
  } catch {
    return [];
  }
}

export function readBytes(source: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: source,
      success: ({ data }) => resolve(new Uint8Array(data as ArrayBuffer)),
      fail: reject,
    });
  });
}

/** The shrunken photo in the app's own files, or the temporary one where the phone cannot or is full. */
async function keep(path: string): Promise<string> {
  const small = await Taro.compressImage({ src: path, quality: QUALITY, compressedWidth: LONGEST } as never)
    .then(({ tempFilePath }) => tempFilePath)
    .catch(() => path);
  return new Promise((resolve) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath: small,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: () => resolve(small),
    });
  });
}
