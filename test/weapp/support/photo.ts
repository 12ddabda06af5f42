import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A segment of a JPEG says its own length in two bytes, itself included. */
const COMMENT = 0xfe;
const COMMENT_BYTES = 60_000;
const START_BYTES = 2;

/**
 * A real JPEG, drawn for the tests: an electric box without its lid. Blank comments between its start and its picture
 * make it as heavy as a phone's, so that it travels in several parts.
 */
export function photo(bytes = 600_000): Buffer {
  const drawn = readFileSync(join(__dirname, 'electric-box.jpg'));
  const comments = Math.max(0, Math.round((bytes - drawn.length) / COMMENT_BYTES));
  const comment = Buffer.alloc(COMMENT_BYTES + 4, ' ');
  comment.set([0xff, COMMENT, (COMMENT_BYTES + 2) >> 8, (COMMENT_BYTES + 2) & 0xff]);
  return Buffer.concat([
    drawn.subarray(0, START_BYTES),
    ...Array.from({ length: comments }, () => comment),
    drawn.subarray(START_BYTES),
  ]);
}
