import { createStore, del, entries, get, set } from 'idb-keyval';
import { photoGone } from './api-problem';
import { newId } from './id';
import { AIMS, type Chosen, type KeptPhoto, PREVIEW, photoProblem, type Shrinking, shrinkTo } from './photo-rules';
import { useSettings } from './settings';

export type { Chosen, KeptPhoto };

/** Photos in the browser: made small and put into IndexedDB before anything else happens to them, so that they outlive the page. */
const store = createStore('zerentian-photos', 'photos');
/** Where IndexedDB is closed (private browsing) photos last as long as the page. */
const inMemory = new Map<string, Blob>();

/** Lets the person choose or take up to `count` photos; none if they think better of it. */
export function choosePhotos(count: number): Promise<Chosen> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/*';
  input.multiple = count > 1;
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve({ photos: [], problems: [] }));
    input.addEventListener('change', () => void keepAll([...(input.files ?? [])].slice(0, count)).then(resolve));
    input.click();
  });
}

/** Keeps a picture that the app itself made (a signature), by its data URL. */
export async function keepPicture(address: string): Promise<KeptPhoto | string> {
  const base64 = atob(address.slice(address.indexOf(',') + 1));
  const bytes = Uint8Array.from(base64, (character) => character.charCodeAt(0));
  return saved(new Blob([bytes], { type: 'image/jpeg' }), `photo-${newId()}`);
}

/** Tries once more to keep a photo for which there was no room. */
export async function keepAgain(photo: KeptPhoto): Promise<KeptPhoto> {
  const blob = inMemory.get(photo.source);
  return blob ? saved(blob, photo.source) : photo;
}

/** @throws ApiProblem `photo_gone` if the browser has lost it */
export async function readBytes(source: string): Promise<Uint8Array> {
  return new Uint8Array(await (await blobOf(source)).arrayBuffer());
}

/** The address by which a kept photo can be shown while this page lives. @throws ApiProblem `photo_gone` */
export async function addressOfPhoto(source: string): Promise<string> {
  return URL.createObjectURL(await blobOf(source));
}

/** A small picture of a kept photo as base64 JPEG, to be sent ahead of it; null where the browser makes none small enough. */
export async function previewOf(source: string): Promise<string | null> {
  try {
    const blob = await blobOf(source);
    const { made } = await shrinkTo(PREVIEW, (how) => shrunk(blob, how), sizeOf);
    if (made.size > PREVIEW.bytes) return null;
    const bytes = new Uint8Array(await made.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  } catch {
    return null;
  }
}

/** Frees what a kept photo takes. */
export function forgetPhoto(source: string): void {
  inMemory.delete(source);
  void del(source, store).catch(() => undefined);
}

/** Every photo that is kept, with its bytes. */
export async function keptFiles(): Promise<KeptPhoto[]> {
  const kept = await entries<string, Blob>(store).catch(() => []);
  return kept.map(([source, blob]) => ({ source, bytes: blob.size }));
}

async function keepAll(files: readonly File[]): Promise<Chosen> {
  const chosen: Chosen = { photos: [], problems: [] };
  for (const file of files) {
    const aim = AIMS[useSettings.getState().photoSize];
    // What the browser cannot decode goes as it is, if the server can read it.
    const small: Blob = await shrinkTo(aim, (how) => shrunk(file, how), sizeOf)
      .then(({ made }) => (made.size < file.size ? made : file))
      .catch(() => file);
    const head = new Uint8Array(await small.slice(0, 16).arrayBuffer());
    const problem = photoProblem(head, small.size);
    if (problem) chosen.problems.push(problem);
    else chosen.photos.push(await saved(small, `photo-${newId()}`));
  }
  return chosen;
}

async function saved(blob: Blob, source: string): Promise<KeptPhoto> {
  try {
    await set(source, blob, store);
    inMemory.delete(source);
    return { source, bytes: blob.size };
  } catch {
    inMemory.set(source, blob);
    return { source, bytes: blob.size, temporary: true };
  }
}

async function blobOf(source: string): Promise<Blob> {
  const blob = inMemory.get(source) ?? (await get<Blob>(source, store).catch(() => undefined));
  if (!blob) throw photoGone();
  return blob;
}

const sizeOf = (blob: Blob) => blob.size;

/** Smaller and turned upright. */
async function shrunk(file: Blob, { longest, quality }: Shrinking): Promise<Blob> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(photoGone())), 'image/jpeg', quality / 100);
  });
}
