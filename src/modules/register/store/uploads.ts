import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { Source } from '../jobs/source.ts';

const partSize = 1024 * 1024;

/**
 * Keeps the files of an import in the database, so that it outlives the request and the program that took it.
 * @param asSent workbooks too: a job makes tables of them
 */
export async function keepUploads(
  tx: Tx,
  organisation: OrganisationId,
  importId: string,
  sources: readonly Source[],
  asSent = false,
): Promise<void> {
  for (const [fileAt, source] of sources.entries()) {
    let partAt = 0;
    for await (const content of inParts(source.open())) {
      await tx.run(sql`insert into register_import_part (organisation_id, import_id, as_sent, file_at, part_at,
        content) values (${organisation}, ${importId}, ${asSent}, ${fileAt}, ${partAt}, ${content})`);
      partAt += 1;
    }
  }
}

async function* inParts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < partSize) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

const contentRow = z.object({ content: z.instanceof(Buffer) });

/** Null after the last part of a file. */
export async function uploadedPart(
  tx: Tx,
  organisation: OrganisationId,
  at: { readonly importId: string; readonly fileAt: number; readonly partAt: number },
  asSent = false,
): Promise<Uint8Array | null> {
  const found = await tx.maybe(
    contentRow,
    sql`select content from register_import_part where organisation_id = ${organisation}
      and import_id = ${at.importId} and as_sent = ${asSent} and file_at = ${at.fileAt} and part_at = ${at.partAt}`,
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
      and i.state not in ('reading', 'waiting', 'running') and i.started_at < ${now.subtract({ hours: 24 })}`);
}
