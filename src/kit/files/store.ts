import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { OrganisationId } from '#rules/facts.ts';

/**
 * Where sealed files lie: the data folder, or a store that speaks S3. It is given sealed bytes under random names and
 * learns nothing else. One port, so that nothing above it knows which it is.
 */
export interface FileStore {
  readonly kind: 'folder' | 's3';
  /** Where that is, for whoever runs it: no secret, and no key. */
  readonly place: string;
  /** Puts a sealed file there for good: once it answers, the bytes are safe. @param path where it lies now */
  put(name: string, path: string): Promise<void>;
  /** Throws `Missing` where nothing of that name lies there. */
  open(name: string): Promise<Readable>;
  remove(name: string): Promise<void>;
  /** Why it does nothing that it is asked, where it does not. */
  trouble?(): { readonly since: Temporal.Instant; readonly why: string } | null;
  /** Everything that lies there of one landlord, with when it was put. */
  list(organisation: OrganisationId): AsyncIterable<Stored>;
}

export interface Stored {
  readonly name: string;
  readonly at: Temporal.Instant;
}

/** The store answers, and has nothing of that name. */
export class Missing extends Error {}

/** A random name, among those of its landlord, in one of 256 folders: none grows without bound. */
export function storedName(organisation: OrganisationId): string {
  const name = randomBytes(16).toString('hex');
  return `${organisation}/${name.slice(0, 2)}/${name}`;
}

/** As `storedName` makes them: nothing else in the store is ours. */
export const storedNameForm = /^[0-9a-f-]{36}\/[0-9a-f]{2}\/[0-9a-f]{32}$/;
