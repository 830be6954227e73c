import { Readable } from 'node:stream';
import { z } from 'zod';
import { unsealing } from '#kit/files/sealing.ts';
import type { Services } from '#kit/services.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { openKey } from './keep.ts';

/** Where the bytes of a file, or of what is shown of it, lie, and what opens them. */
export interface Lying {
  readonly storedAs: string;
  readonly key: Buffer;
  readonly bytes: number;
  readonly sha256: Buffer;
}

const row = z.object({
  storedAs: z.string(),
  sealedKey: z.instanceof(Buffer),
  bytes: z.number(),
  sha256: z.instanceof(Buffer),
});
type Asked = { readonly organisation: OrganisationId; readonly fileId: string };

/** The original; null where there is none behind this wall. */
export async function originalOf(
  tx: Tx,
  services: Services,
  { organisation, fileId }: Asked,
): Promise<Lying | null> {
  const found = await tx.maybe(
    row,
    sql`select stored_as as "storedAs", sealed_key as "sealedKey", bytes, sha256 from kept_file
      where organisation_id = ${organisation} and id = ${fileId}`,
  );
  return found && opened(services, organisation, fileId, found);
}

/** What is shown of it, where that was made. */
export async function shownOf(
  tx: Tx,
  services: Services,
  { organisation, fileId, size }: Asked & { readonly size: 'whole' | 'small' },
): Promise<Lying | null> {
  const found = await tx.maybe(
    row,
    sql`select stored_as as "storedAs", sealed_key as "sealedKey", bytes, sha256 from shown_file
      where organisation_id = ${organisation} and file_id = ${fileId} and size = ${size}`,
  );
  return found && opened(services, organisation, `${fileId} ${size}`, found);
}

function opened(
  { secret }: Services,
  organisation: OrganisationId,
  id: string,
  { sealedKey, ...lying }: z.infer<typeof row>,
): Lying {
  return { ...lying, key: openKey(secret, organisation, id, sealedKey) };
}

/** The plain bytes as they stream by; throws `Missing` or `Altered`. */
export async function plainBytes({ files }: Services, { storedAs, key }: Lying): Promise<Readable> {
  return Readable.from(unsealing(key, await files.store.open(storedAs)));
}
