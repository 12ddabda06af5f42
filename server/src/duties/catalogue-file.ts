import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** A catalogue as it lies on disk: its JSON, nothing assumed, and the text of the document beside it. */
export interface CatalogueFile {
  content: unknown;
  sourceText: string;
}

/** Thrown for files that cannot be read at all; the message names the file and says what is wrong. */
export class CatalogueFileError extends Error {}

/** The catalogue that comes with the system. */
export const DEFAULT_CATALOGUE = join(__dirname, '../../data/catalogues/wu-zheng-fa-2022-9.json');

/** Reads a catalogue and the source text that its `sourceFile` names, relative to the catalogue. */
export function readCatalogue(path: string): CatalogueFile {
  const content = parsed(path);
  const sourceFile = (content as { sourceFile?: unknown } | null)?.sourceFile;
  if (typeof sourceFile !== 'string')
    throw new CatalogueFileError(`${path}：没有写 sourceFile（原文文件名），无法对照原文`);
  return { content, sourceText: read(resolve(dirname(path), sourceFile)) };
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(read(path));
  } catch (error) {
    if (error instanceof CatalogueFileError) throw error;
    throw new CatalogueFileError(`${path}：不是 JSON（${(error as Error).message}）`);
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new CatalogueFileError(`${path}：读不到这个文件`);
  }
}
