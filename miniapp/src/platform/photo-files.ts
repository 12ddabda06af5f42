import Taro from '@tarojs/taro';
import { photoGone } from './api-problem';
import { AIMS, type Chosen, type KeptPhoto, PREVIEW, photoProblem, type Shrinking, shrinkTo } from './photo-rules';
import { useSettings } from './settings';

export type { Chosen, KeptPhoto };

/** Photos as WeChat hands them out: temporary files, made small and saved in the app's own before anything else happens to them. */

/** Lets the person choose or take up to `count` photos; none if they think better of it or forbid it. */
export async function choosePhotos(count: number): Promise<Chosen> {
  const chosen: Chosen = { photos: [], problems: [] };
  const paths = await chosenPaths(count);
  if (paths === null) chosen.problems.push(NO_CAMERA);
  for (const path of paths ?? []) {
    const kept = await keep(path);
    if (typeof kept === 'string') chosen.problems.push(kept);
    else chosen.photos.push(kept);
  }
  return chosen;
}

/** Keeps a picture that the app itself made (a signature), by its temporary path; in words what is wrong with it. */
export function keepPicture(path: string): Promise<KeptPhoto | string> {
  return keep(path);
}

/** Tries once more to keep a photo for which there was no room. */
export async function keepAgain(photo: KeptPhoto): Promise<KeptPhoto> {
  const source = await saved(photo.source);
  return source ? { source, bytes: photo.bytes } : photo;
}

/** @throws ApiProblem `photo_gone` if the phone has lost the file */
export function readBytes(source: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: source,
      success: ({ data }) => resolve(new Uint8Array(data as ArrayBuffer)),
      fail: () => reject(photoGone()),
    });
  });
}

/** The address by which a kept photo can be shown: on WeChat its own. */
export function addressOfPhoto(source: string): Promise<string> {
  return Promise.resolve(source);
}

/** A small picture of a kept photo as base64 JPEG, to be sent ahead of it; null where the phone makes none small enough. */
export async function previewOf(source: string): Promise<string | null> {
  try {
    const { made, bytes } = await shrinkTo(PREVIEW, (how) => shrunk(source, how), lengthOf);
    if (bytes > PREVIEW.bytes) return null;
    const picture = await readBytes(made);
    return Taro.arrayBufferToBase64(picture.buffer as ArrayBuffer);
  } catch {
    return null;
  }
}

/** Frees what a kept photo takes. */
export function forgetPhoto(source: string): void {
  Taro.getFileSystemManager().removeSavedFile({ filePath: source, fail: () => undefined });
}

/** Every photo that is kept, with its bytes. */
export function keptFiles(): Promise<KeptPhoto[]> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().getSavedFileList({
      success: ({ fileList }) => {
        resolve(fileList.map(({ filePath, size }) => ({ source: filePath, bytes: size })));
      },
      fail: () => resolve([]),
    });
  });
}

const NO_CAMERA = '没能打开相机或相册，不影响提交文字。可以在手机和小程序的设置里允许后再试。';

/** Null if WeChat does not hand out any: the person forbids it, or there is no camera. */
async function chosenPaths(count: number): Promise<string[] | null> {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] });
    return tempFiles.map(({ tempFilePath }) => tempFilePath);
  } catch (error) {
    return /cancel/.test((error as { errMsg?: string }).errMsg ?? '') ? [] : null;
  }
}

async function keep(path: string): Promise<KeptPhoto | string> {
  const aim = AIMS[useSettings.getState().photoSize];
  // What WeChat cannot make smaller goes as it is, if the server can read it.
  const { made } = await shrinkTo(aim, (how) => shrunk(path, how), lengthOf).catch(() => ({ made: path }));
  const bytes = await readBytes(made).catch(() => new Uint8Array(0));
  const problem = photoProblem(bytes, bytes.length);
  if (problem) return problem;
  const source = await saved(made);
  return source ? { source, bytes: bytes.length } : { source: made, bytes: bytes.length, temporary: true };
}

async function shrunk(src: string, { longest, quality }: Shrinking): Promise<string> {
  const { width, height } = await Taro.getImageInfo({ src });
  const scale = Math.min(1, longest / Math.max(width, height));
  const options = { src, quality, compressedWidth: Math.round(width * scale) };
  const { tempFilePath } = await Taro.compressImage(options as never);
  return tempFilePath;
}

async function lengthOf(path: string): Promise<number> {
  return (await readBytes(path)).length;
}

/** Where the file is now; null if the phone has no room for it. */
function saved(tempFilePath: string): Promise<string | null> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: () => resolve(null),
    });
  });
}
