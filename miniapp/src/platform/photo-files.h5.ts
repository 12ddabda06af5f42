import { photoGone } from './api-problem';

/** Photos as the browser hands them out: object URLs that live as long as the page, each with its bytes. */
const blobs = new Map<string, Blob>();

/** The longer side after shrinking: enough to read a sign, small enough for one bar of signal. */
const LONGEST = 1600;
const QUALITY = 0.82;

/** Lets the person choose or take up to `count` photos; none if they think better of it. */
export function choosePhotos(count: number): Promise<string[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/*';
  input.multiple = count > 1;
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve([]));
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])].slice(0, count);
      void Promise.all(files.map(shrink)).then((small) => resolve(small.map(remember)));
    });
    input.click();
  });
}

/** @throws ApiProblem if the page was loaded anew since the photo was chosen: browsers keep no files */
export async function readBytes(source: string): Promise<Uint8Array> {
  const blob = blobs.get(source);
  if (!blob) throw photoGone();
  return new Uint8Array(await blob.arrayBuffer());
}

function remember(blob: Blob): string {
  const source = URL.createObjectURL(blob);
  blobs.set(source, blob);
  return source;
}

/** Smaller and turned upright; what the browser cannot decode goes as it is, and the server names what is wrong. */
async function shrink(file: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (!bitmap) return file;
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  if (scale === 1 && file.size < 500_000) return file;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? file), 'image/jpeg', QUALITY));
}
