import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The server's version, from its package. */
export const VERSION: string = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')).version;
