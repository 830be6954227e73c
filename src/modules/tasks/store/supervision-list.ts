import { z } from 'zod';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId, RiskLevel, StaffId } from '#rules/facts.ts';
import { riskLevels } from '#rules/facts.ts';
import { workerStandings } from '../supervision.ts';

const row = z.object({
  caseId: id<CaseId>(),
  reference: z.string(),
  danger: z.boolean(),
  riskLevel: (z.enum(riskLevels) as z.ZodType<RiskLevel>).nullable(),
  riskJudged: z.boolean(),
  leadId: id<StaffId>().nullable(),
  leadName: z.string().nullable(),
  dueAt: instant,
  lastHeldAt: instant.nullable(),
});
export type DueReview = z.infer<typeof row>;

export const reviewsShown = 200;

/**
 * Which open cases are due for a review by a manager, the earliest first; only those that the wall lets the asker see.
 * @param commitments those of the pack that a review keeps
 */
export function dueReviews(
  tx: Tx,
  organisation: OrganisationId,
  commitments: readonly string[],
): Promise<readonly DueReview[]> {
  return tx.rows(
    row,
    sql`select c.id as "caseId", c.reference, c.immediate_danger as danger, c.risk_level as "riskLevel",
        c.risk_judged as "riskJudged", c.lead_id as "leadId", s.name as "leadName", o.due_at as "dueAt",
        (select max(v.held_at) from supervision v
          where v.organisation_id = c.organisation_id and v.case_id = c.id) as "lastHeldAt"
      from obligation o
      join case_file c on c.organisation_id = o.organisation_id and c.id = o.case_id
      left join staff s on s.organisation_id = c.organisation_id and s.id = c.lead_id
      where o.organisation_id = ${organisation} and o.commitment = any (${[...commitments]})
        and (o.outcome is null or (o.outcome = 'breached' and o.fulfilled_at is null)) and c.closed_at is null
      order by o.due_at, c.id limit ${reviewsShown}`,
  );
}

const checkRow = z.object({
  id: z.uuid(),
  staffId: id<StaffId>(),
  staffName: z.string(),
  heldAt: instant,
  recordedByName: z.string().nullable(),
  standing: z.enum(workerStandings.map(({ value }) => value)),
  words: z.string(),
});
export type WellbeingOnFile = z.infer<typeof checkRow>;

/** What the asker wrote about colleagues, and what was written about themselves: nobody else's, whoever asks. */
export function wellbeingChecks(tx: Tx, organisation: OrganisationId): Promise<readonly WellbeingOnFile[]> {
  return tx.rows(
    checkRow,
    sql`select w.id, w.staff_id as "staffId", s.name as "staffName", w.held_at as "heldAt",
        b.name as "recordedByName", w.standing, w.words
      from wellbeing_check w
      join staff s on s.organisation_id = w.organisation_id and s.id = w.staff_id
      left join staff b on b.organisation_id = w.organisation_id and b.id = w.recorded_by
      where w.organisation_id = ${organisation} order by w.held_at desc, w.id desc limit 30`,
  );
}
