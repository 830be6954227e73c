import { z } from 'zod';
import { id, sql, type Tx } from '#kit/sql.ts';
import {
  type CaseId,
  type OrganisationId,
  type RiskLevel,
  type Role,
  riskLevels,
  roles,
  type StaffId,
} from '#rules/facts.ts';

const row = z.object({
  id: id<CaseId>(),
  reference: z.string(),
  leadId: id<StaffId>().nullable(),
  riskLevel: (z.enum(riskLevels) as z.ZodType<RiskLevel>).nullable(),
  riskJudged: z.boolean(),
  danger: z.boolean(),
  grantedStaff: z.array(id<StaffId>()),
  grantedRoles: z.array(z.enum(roles) as z.ZodType<Role>),
  blockedStaff: z.array(id<StaffId>()),
});
export type MovableCase = z.infer<typeof row>;

/** As many as one moves at a time. */
export const mostMoved = 200;

/** The open cases of a colleague, or of nobody, that whoever asks may see: danger first, then by reference. */
export function movableCases(
  tx: Tx,
  organisation: OrganisationId,
  lead: StaffId | 'unallocated',
): Promise<readonly MovableCase[]> {
  const whose = lead === 'unallocated' ? sql`c.lead_id is null` : sql`c.lead_id = ${lead}`;
  return tx.rows(
    row,
    sql`select c.id, c.reference, c.lead_id as "leadId", c.risk_level as "riskLevel", c.risk_judged as "riskJudged",
        c.immediate_danger as danger,
        c.granted_staff as "grantedStaff", c.granted_roles as "grantedRoles", c.blocked_staff as "blockedStaff"
      from case_file c where c.organisation_id = ${organisation} and ${whose} and c.closed_at is null
      order by c.immediate_danger desc, c.reference limit ${mostMoved}`,
  );
}
