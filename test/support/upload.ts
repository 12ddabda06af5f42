import { PART_SIZE } from '@zerentian/shared/photos/photo.contract';
import { uuidv7 } from 'uuidv7';
import type { TestActor } from './actors';
import type { Answer } from './client';
import { sm3 } from './pictures';

/** The parts that a phone cuts a photo into. */
export function partsOf(bytes: Buffer): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / PART_SIZE) }, (_, n) =>
    bytes.subarray(n * PART_SIZE, (n + 1) * PART_SIZE),
  );
}

/** Announces bytes as a photo; answers its id. */
export async function announce(actor: TestActor, bytes: Buffer, id = uuidv7()): Promise<string> {
  const answer = await actor.post('/api/photos', { id, bytes: bytes.length, sm3: sm3(bytes) });
  if (answer.status !== 201) throw new Error(`not announced: ${JSON.stringify(answer.body)}`);
  return id;
}

/** Sends a photo whole, in its parts; answers the last answer. */
export async function upload(actor: TestActor, bytes: Buffer, id = uuidv7()): Promise<Answer> {
  await announce(actor, bytes, id);
  let last: Answer | undefined;
  for (const [n, part] of partsOf(bytes).entries()) last = await actor.put(`/api/photos/${id}/parts/${n}`, part);
  return last as Answer;
}
