import { Readable } from 'node:stream';
import { z } from 'zod';
import { Altered, unsealing } from '#kit/files/sealing.ts';
import { Missing } from '#kit/files/store.ts';
import { Fault } from '#kit/http/errors.ts';
import type { Services } from '#kit/services.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { type OrganisationId, refused } from '#rules/facts.ts';
import { openKey } from './keep.ts';

/** Where the bytes of a file, or of what is shown of it, lie, and what opens them. */
export interface Lying {
  readonly storedAs: string;
  readonly sealedKey: Buffer;
  /** Whose key it is: the file's, or that of what is shown of it. */
  readonly keyOf: string;
  readonly bytes: number;
  readonly sha256: Buffer;
}

const row: z.ZodType<Lying> = z.object({
  storedAs: z.string(),
  sealedKey: z.instanceof(Buffer),
  keyOf: z.string(),
  bytes: z.number(),
  sha256: z.instanceof(Buffer),
});

/** The original; null where there is none behind this wall. */
export function originalOf(tx: Tx, organisation: OrganisationId, fileId: string): Promise<Lying | null> {
  return tx.maybe(
    row,
    sql`select stored_as as "storedAs", sealed_key as "sealedKey", id::text as "keyOf", bytes, sha256 from kept_file
      where organisation_id = ${organisation} and id = ${fileId}`,
  );
}

/** What is shown of it, where that was made. */
export function shownOf(
  tx: Tx,
  organisation: OrganisationId,
  fileId: string,
  size: 'whole' | 'small',
): Promise<Lying | null> {
  return tx.maybe(
    row,
    sql`select stored_as as "storedAs", sealed_key as "sealedKey", file_id || ' ' || size as "keyOf", bytes, sha256
      from shown_file where organisation_id = ${organisation} and file_id = ${fileId} and size = ${size}`,
  );
}

/** The plain bytes as they stream by; throws `Missing` or `Altered`. */
export async function plainBytes(
  { files, secret }: Pick<Services, 'files' | 'secret'>,
  organisation: OrganisationId,
  { storedAs, sealedKey, keyOf }: Lying,
): Promise<Readable> {
  const key = openKey(secret, organisation, keyOf, sealedKey);
  return Readable.from(unsealing(key, await files.store.open(storedAs)));
}

/** The same for whoever waits for an answer: where nothing can be opened, they are told in a sentence. */
export async function bytesToSend(...asked: Parameters<typeof plainBytes>): Promise<Readable> {
  try {
    return await plainBytes(...asked);
  } catch (error) {
    if (!(error instanceof Missing || error instanceof Altered)) throw error;
    throw new Fault('refused', refused(notThere, 'records'));
  }
}

export const notThere =
  'Its bytes are not where they were put, or are not as they came. Tell whoever runs Lintel at once: ' +
  'a backup may still have them.';
