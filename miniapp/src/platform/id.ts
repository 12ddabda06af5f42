import { V7Generator } from 'uuidv7';
import { randomUint32 } from './random';

const generator = new V7Generator({ nextUint32: randomUint32 });

/** A new UUIDv7. Things made on the phone are named there, so that sending one twice never makes two. */
export function newId(): string {
  return generator.generate().toString();
}
