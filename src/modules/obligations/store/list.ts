import { z } from 'zod';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, DisclosureId, ObligationId, OrganisationId } from '#rules/facts.ts';
import { outcome } from './rows.ts';

const summaryRow = z.object({
  id: id<ObligationId>(),
  /** The commitment of the pack; its title is there. */
  commitment: z.string(),
  packId: z.string(),
  disclosureId: id<DisclosureId>().nullable(),
  caseId: id<CaseId>().nullable(),
  startedAt: instant,
  /** When it is due; of what was promised for a moment, that moment and not the end of the time around it. */
  dueAt: instant,
  outcome: outcome.nullable(),
  endedAt: instant.nullable(),
  fulfilledAt: instant.nullable(),
  /** How many of its escalations people have been told of. */
  escalated: z.number(),
});
export type ObligationSummary = z.infer<typeof summaryRow>;

/** The promises of a case or a disclosure, those still owed first, then by deadline; only behind an open wall. */
export async function obligationsOf(
  tx: Tx,
  organisation: OrganisationId,
  subject: { readonly caseId: CaseId } | { readonly disclosureId: DisclosureId },
): Promise<readonly ObligationSummary[]> {
  const about =
    'caseId' in subject ? sql`case_id = ${subject.caseId}` : sql`disclosure_id = ${subject.disclosureId}`;
  return tx.rows(
    summaryRow,
    sql`select id, commitment, pack_id as "packId", disclosure_id as "disclosureId", case_id as "caseId",
        started_at as "startedAt", lintel.promised_for(due_at, kept_from) as "dueAt", outcome, ended_at as "endedAt",
        fulfilled_at as "fulfilledAt", escalated
      from obligation where organisation_id = ${organisation} and ${about}
      order by (outcome is null or (outcome = 'breached' and fulfilled_at is null)) desc, "dueAt", id`,
  );
}
