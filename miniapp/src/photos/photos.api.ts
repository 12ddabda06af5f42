import { PART_SIZE, type PhotoView } from '@zerentian/shared/photos/photo.contract';
import sm3 from 'sm-crypto/src/sm3';
import { asProblem } from '../platform/api-problem';
import { readBytes } from '../platform/photo-files';
import { request } from '../platform/request';

const TRIES = 3;

/**
 * Sends one photo in parts of 256 KB. What the server already has is not sent again, so an upload that broke off goes on
 * where it stopped.
 * @throws ApiProblem
 */
export async function sendPhoto(
  id: string,
  source: string,
  onProgress: (done: number, parts: number) => void,
): Promise<void> {
  const bytes = await readBytes(source);
  const announced = await persistently(() =>
    request<PhotoView>('POST', '/photos', { body: { id, bytes: bytes.length, sm3: sm3(bytes) }, idempotencyKey: id }),
  );
  let done = announced.parts - announced.missing.length;
  onProgress(done, announced.parts);
  for (const part of announced.missing) {
    const piece = bytes.slice(part * PART_SIZE, (part + 1) * PART_SIZE);
    await persistently(() => request<PhotoView>('PUT', `/photos/${id}/parts/${part}`, { bytes: piece.buffer }));
    done += 1;
    onProgress(done, announced.parts);
  }
}

/** A few tries while no answer comes; a refusal is final. */
async function persistently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tried === TRIES || !asProblem(error).isTransient) throw error;
    }
  }
}
