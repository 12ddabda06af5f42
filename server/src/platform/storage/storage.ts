import type { Readable } from 'node:stream';

/** A stored file on its way out. */
export interface StoredFile {
  stream: Readable;
  bytes: number;
}

/**
 * Where files are kept, by keys such as `photos/140621200/2026/11/….jpg`. On disk here; an object store fits the same four verbs.
 * A file is written once and whole: `put` answers when it would survive a power cut, and nobody ever sees half of it.
 */
export abstract class Storage {
  abstract put(key: string, bytes: Uint8Array): Promise<void>;
  /** Null for a key that holds nothing. */
  abstract get(key: string): Promise<StoredFile | null>;
  abstract exists(key: string): Promise<boolean>;
  /** Content with a key that holds nothing. */
  abstract remove(key: string): Promise<void>;
}
