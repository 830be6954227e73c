import type { Readable } from 'node:stream';

/**
 * Where sealed files lie: the data folder, or a store that speaks S3. It is given sealed bytes under random names and
 * learns nothing else. One port, so that nothing above it knows which it is.
 */
export interface FileStore {
  readonly kind: 'folder' | 's3';
  /** Puts a sealed file there for good: once it answers, the bytes are safe. @param path where it lies now */
  put(name: string, path: string): Promise<void>;
  /** Throws `Missing` where nothing of that name lies there. */
  open(name: string): Promise<Readable>;
  remove(name: string): Promise<void>;
  /** Everything that lies there, with when it was put. */
  list(): AsyncIterable<Stored>;
}

export interface Stored {
  readonly name: string;
  readonly at: Temporal.Instant;
}

/** The store answers, and has nothing of that name. */
export class Missing extends Error {}

/** A random name, below one of 256 folders: no folder grows without bound. @param bytes 16 random ones */
export function storedName(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 2)}/${hex}`;
}

/** As `storedName` makes them: nothing else in the store is ours. */
export const storedNameForm = /^[0-9a-f]{2}\/[0-9a-f]{32}$/;
