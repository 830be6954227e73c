import { z } from 'zod';
import { type Database, id, sql, transact } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { SharePurpose } from '#rules/sharing.ts';

const row = z.object({
  organisationId: id<OrganisationId>(),
  sentId: z.uuid(),
  /** Null until the reader has confirmed what it is for. */
  sealed: z.instanceof(Buffer).nullable(),
  agency: z.string(),
  role: z.string(),
  purpose: z.string() as unknown as z.ZodType<SharePurpose>,
});
export type OpenedLink = z.infer<typeof row>;

/** What a link and its code open at this moment, written down as opened; null: nothing, for whatever reason. */
export function openLink(
  db: Database,
  link: {
    readonly token: Buffer;
    readonly code: Buffer;
    readonly reader: string;
    readonly reads: boolean;
    readonly now: Temporal.Instant;
  },
): Promise<OpenedLink | null> {
  const { token, code, reader, reads, now } = link;
  return transact(db, { organisation: null }, (tx) =>
    tx.maybe(
      row,
      sql`select organisation_id as "organisationId", sent_id as "sentId", sealed, agency, role, purpose
        from lintel.open_share_link(${token}, ${code}, ${reader}, ${reads}, ${now})`,
    ),
  );
}
