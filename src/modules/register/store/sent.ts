import { z } from 'zod';
import { id as idOf, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';
import type { Finding, ImportRun } from '../import-run.ts';
import type { Source } from '../jobs/source.ts';
import { asRun, importColumns, importRow } from './imports.ts';
import { keepUploads } from './uploads.ts';

/** An import of which workbooks are to be read, and how often that was begun. */
export interface ToRead {
  readonly run: ImportRun;
  readonly startedBy: StaffId | null;
  readonly tries: number;
}

/** The next upload with workbooks, the oldest first. That it was begun is kept whatever becomes of the reading. */
export async function claimSent(
  tx: Tx,
  organisation: OrganisationId,
  now: Temporal.Instant,
): Promise<ToRead | null> {
  const found = await tx.maybe(
    importRow.extend({ started_by: idOf<StaffId>().nullable(), read_tries: z.number() }),
    sql`update register_import set alive_at = ${now}, read_tries = read_tries + 1, rows_read = 0
      where organisation_id = ${organisation} and id = (
        select id from register_import where organisation_id = ${organisation} and state = 'reading'
        order by started_at limit 1)
      returning ${importColumns}, started_by, read_tries`,
  );
  return found && { run: asRun(found), startedBy: found.started_by, tries: found.read_tries };
}

/** How many rows were made so far. False: somebody stopped it. */
export async function countRead(
  tx: Tx,
  organisation: OrganisationId,
  importId: string,
  rows: number,
): Promise<boolean> {
  const reading = await tx.run(sql`update register_import set rows_read = ${rows}
    where organisation_id = ${organisation} and id = ${importId} and state = 'reading'`);
  return reading > 0;
}

export interface Read {
  readonly fileNames: readonly string[];
  readonly contentHash: Buffer;
  readonly expected: number;
  readonly findings: readonly Finding[];
}

/**
 * Keeps the tables that were made of what was sent, and lets that go: all of it, or nothing. False: somebody stopped it
 * meanwhile.
 */
export async function keepTables(
  tx: Tx,
  organisation: OrganisationId,
  importId: string,
  { fileNames, contentHash, expected, findings }: Read,
  tables: readonly Source[],
): Promise<boolean> {
  const state = findings.some(({ asks }) => asks) ? 'asking' : 'waiting';
  const kept = await tx.run(sql`update register_import set state = ${state}, file_names = ${fileNames},
      content_hash = ${contentHash}, rows_expected = ${expected}, rows_read = 0,
      findings = ${JSON.stringify(findings)}::jsonb
    where organisation_id = ${organisation} and id = ${importId} and state = 'reading'`);
  if (kept === 0) return false;
  await tx.run(sql`delete from register_import_part
    where organisation_id = ${organisation} and import_id = ${importId} and as_sent`);
  await keepUploads(tx, organisation, importId, tables);
  return true;
}
