import { z } from 'zod';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, DisclosureId, OrganisationId } from '#rules/facts.ts';
import type { FileKind } from '../file-types.ts';
import type { KeptFile, Scan, Shown } from '../kept-file.ts';

const row: z.ZodType<KeptFile> = z.object({
  id: z.uuid(),
  contactId: z.uuid().nullable(),
  entryId: z.uuid().nullable(),
  number: z.number(),
  name: z.string(),
  shows: z.string(),
  source: z.string(),
  madeOn: plainDate.nullable(),
  kind: z.string() as unknown as z.ZodType<FileKind>,
  mediaType: z.string(),
  bytes: z.number(),
  sha256: z.instanceof(Buffer),
  addedAt: instant,
  addedById: z.uuid().nullable(),
  addedByName: z.string().nullable(),
  scan: z.string() as unknown as z.ZodType<Scan>,
  scannedAt: instant.nullable(),
  scanFound: z.string(),
  shown: z.string() as unknown as z.ZodType<Shown>,
  shownWhy: z.string(),
  checkedAt: instant,
  alteredAt: instant.nullable(),
  errorAt: instant.nullable(),
  errorByName: z.string().nullable(),
  errorWhy: z.string(),
  version: z.number(),
});

const selectFiles = sql`select f.id, f.contact_id as "contactId", f.entry_id as "entryId", f.number, f.name,
    f.shows, f.source,
    f.made_on as "madeOn", f.kind, f.media_type as "mediaType", f.bytes, f.sha256, f.added_at as "addedAt",
    f.added_by as "addedById", a.name as "addedByName", f.scan, f.scanned_at as "scannedAt",
    f.scan_found as "scanFound", f.shown, f.shown_why as "shownWhy", f.checked_at as "checkedAt",
    f.altered_at as "alteredAt", f.error_at as "errorAt", e.name as "errorByName", f.error_why as "errorWhy", f.version
  from kept_file f
  left join staff a on a.organisation_id = f.organisation_id and a.id = f.added_by
  left join staff e on e.organisation_id = f.organisation_id and e.id = f.error_by`;

/** The files of a case in the order in which they were added; behind its open wall. */
export function filesOf(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<readonly KeptFile[]> {
  return tx.rows(
    row,
    sql`${selectFiles} where f.organisation_id = ${organisation} and f.case_id = ${caseId}
      order by f.number limit 1000`,
  );
}

export function findFile(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  fileId: string,
): Promise<KeptFile | null> {
  return tx.maybe(
    row,
    sql`${selectFiles} where f.organisation_id = ${organisation} and f.case_id = ${caseId} and f.id = ${fileId}`,
  );
}

/** What came with what was told, while that is no case; behind its wall. */
export function toldFilesOf(
  tx: Tx,
  organisation: OrganisationId,
  disclosureId: DisclosureId,
): Promise<readonly KeptFile[]> {
  return tx.rows(
    row,
    sql`${selectFiles}
      where f.organisation_id = ${organisation} and f.disclosure_id = ${disclosureId} and f.case_id is null
      order by f.number limit 200`,
  );
}
