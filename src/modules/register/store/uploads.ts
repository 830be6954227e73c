import { open } from 'node:fs/promises';
import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';

const partSize = 1024 * 1024;

/** Keeps the files of an import in the database, so that it outlives the request and the program that took it. */
export async function keepUploads(
  tx: Tx,
  organisation: OrganisationId,
  importId: string,
  paths: readonly string[],
): Promise<void> {
  for (const [fileAt, path] of paths.entries()) {
    const file = await open(path);
    try {
      const buffer = Buffer.alloc(partSize);
      for (let partAt = 0; ; partAt += 1) {
        const { bytesRead } = await file.read(buffer, 0, partSize);
        if (bytesRead === 0) break;
        await tx.run(sql`insert into register_import_part (organisation_id, import_id, file_at, part_at, content)
          values (${organisation}, ${importId}, ${fileAt}, ${partAt}, ${buffer.subarray(0, bytesRead)})`);
      }
    } finally {
      await file.close();
    }
  }
}

/** Null after the last part of a file. */
export async function uploadedPart(
  tx: Tx,
  organisation: OrganisationId,
  at: { readonly importId: string; readonly fileAt: number; readonly partAt: number },
): Promise<Uint8Array | null> {
  const found = await tx.maybe(
    z.object({ content: z.instanceof(Buffer) }),
    sql`select content from register_import_part where organisation_id = ${organisation}
      and import_id = ${at.importId} and file_at = ${at.fileAt} and part_at = ${at.partAt}`,
  );
  return found?.content ?? null;
}

export async function forgetUpload(tx: Tx, organisation: OrganisationId, importId: string): Promise<void> {
  await tx.run(sql`delete from register_import_part
    where organisation_id = ${organisation} and import_id = ${importId}`);
}

/** Files that nobody confirmed within a day are not kept: they hold personal data. */
export async function forgetOldUploads(
  tx: Tx,
  organisation: OrganisationId,
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`delete from register_import_part p using register_import i
    where i.organisation_id = ${organisation} and i.id = p.import_id and p.organisation_id = ${organisation}
      and i.state not in ('waiting', 'running') and i.started_at < ${now.subtract({ hours: 24 })}`);
}
