import { PART_SIZE, type PhotoView } from '@zerentian/shared/photos/photo.contract';
import sm3 from 'sm-crypto/src/sm3';
import { previewOf, readBytes } from '../photo-files';
import { request } from '../request';
import type { OutboxPhoto } from './outbox-item';
import { useOutbox } from './outbox-store';

/**
 * Tells the server which photo will come, with a small picture of it: whoever reads the act sees something at once.
 * @throws ApiProblem, `photo_gone` where the phone has lost the file
 */
export async function announce(photo: OutboxPhoto): Promise<void> {
  const bytes = await readBytes(photo.source);
  const preview = await previewOf(photo.source);
  await tell(photo, bytes, preview);
}

/**
 * Sends a photo in parts of 256 KB, only those that the server does not have yet.
 * @param mayGoOn is asked before each part and throws if the phone is in other hands
 * @throws ApiProblem
 */
export async function sendParts(photo: OutboxPhoto, mayGoOn: () => void): Promise<void> {
  const bytes = await readBytes(photo.source);
  const { parts, missing } = await tell(photo, bytes, null);
  let done = parts - missing.length;
  show(photo.id, done / parts);
  for (const part of missing) {
    mayGoOn();
    const piece = bytes.slice(part * PART_SIZE, (part + 1) * PART_SIZE);
    await request<PhotoView>('PUT', `/photos/${photo.id}/parts/${part}`, { bytes: piece.buffer });
    done += 1;
    show(photo.id, done / parts);
  }
}

/** The photo's id is its own idempotency key: a repeat answers how things stand now. */
function tell({ id }: OutboxPhoto, bytes: Uint8Array, preview: string | null): Promise<PhotoView> {
  const body = { id, bytes: bytes.length, sm3: sm3(bytes), ...(preview !== null && { preview }) };
  return request<PhotoView>('POST', '/photos', { body, idempotencyKey: id });
}

function show(photoId: string, share: number): void {
  useOutbox.setState(({ progress }) => ({ progress: { ...progress, [photoId]: share } }));
}
