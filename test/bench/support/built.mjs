// The compiled server, as `npm run bench` has just made it.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
export const SERVER = fileURLToPath(new URL('../../../server/dist/', import.meta.url));

/** A module of the compiled server. */
export function built(path) {
  return require(`${SERVER}${path}.js`);
}
