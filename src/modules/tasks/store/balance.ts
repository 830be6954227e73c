import { z } from 'zod';
import { id, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';

const row = z.object({
  /** Null: cases that nobody leads. */
  leadId: id<StaffId>().nullable(),
  high: z.number(),
  medium: z.number(),
  standard: z.number(),
  unassessed: z.number(),
  paused: z.number(),
  overdue: z.number(),
  untouched: z.number(),
});
export type LeadLoad = z.infer<typeof row>;

/**
 * The open cases of each colleague, as far as the wall lets whoever asks see them: no
 * figure moves with a hidden one.
 */
export function leadLoads(
  tx: Tx,
  organisation: OrganisationId,
  now: Temporal.Instant,
): Promise<readonly LeadLoad[]> {
  return tx.rows(
    row,
    sql`select c.lead_id as "leadId",
        count(*) filter (where c.risk_level = 'high') as high,
        count(*) filter (where c.risk_level = 'medium') as medium,
        count(*) filter (where c.risk_level = 'standard') as standard,
        count(*) filter (where c.risk_level is null) as unassessed,
        count(*) filter (where c.paused_at is not null) as paused,
        count(*) filter (where c.next_due_at < ${now}) as overdue,
        count(*) filter (where c.untouched_since is not null
          and coalesce(lintel.last_acted(c.organisation_id, c.id), c.opened_at) <= c.untouched_since) as untouched
      from case_file c where c.organisation_id = ${organisation} and c.closed_at is null group by c.lead_id`,
  );
}
