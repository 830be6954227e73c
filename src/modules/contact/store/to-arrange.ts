import { z } from 'zod';
import type { StaffContext } from '#kit/http/route.ts';
import { empty, id, type Sql, sql } from '#kit/sql.ts';
import { agreedInCases } from '#modules/agreement/index.ts';
import { earliestOverAll } from '#rules/earliest-way.ts';
import { type CaseId, type Role, roles, type StaffId } from '#rules/facts.ts';
import { dutyFor } from '../safe-moment.ts';
import { teamDuty } from './duty.ts';

const row = z.object({
  caseId: id<CaseId>(),
  reference: z.string(),
  danger: z.boolean(),
  leadId: id<StaffId>().nullable(),
  grantedStaff: z.array(id<StaffId>()),
  grantedRoles: z.array(z.enum(roles) as z.ZodType<Role>),
  blockedStaff: z.array(id<StaffId>()),
});
export type ToArrange = z.infer<typeof row>;

/** In whose cases: those that these colleagues lead, and whether also those that nobody does. */
export interface ArrangeAsked {
  readonly ledBy: readonly StaffId[];
  readonly nobodys: boolean;
}

/**
 * Open cases of these colleagues, and those that nobody leads, in which every safe time lies outside the hours of the
 * office, nobody is on call then and nothing is planned: somebody must arrange who rings, or nobody ever does (L2.1a).
 */
export async function toArrange(
  ctx: StaffContext,
  { ledBy, nobodys }: ArrangeAsked,
): Promise<{ readonly led: readonly ToArrange[]; readonly unled: readonly ToArrange[] }> {
  const { tx, organisation, now, calendar } = ctx;
  // Each by its own index.
  const such = (led: Sql) => sql`(select c.id as "caseId", c.reference, c.immediate_danger as danger,
      c.lead_id as "leadId", c.granted_staff as "grantedStaff", c.granted_roles as "grantedRoles",
      c.blocked_staff as "blockedStaff"
    from case_file c
    where c.organisation_id = ${organisation} and ${led} and c.closed_at is null and c.paused_at is null
      and c.next_planned_at is null
      and exists (select from safe_contact a where a.organisation_id = c.organisation_id and a.case_id = c.id
        and a.windows <> '[]')
    order by c.id limit 200)`;
  const cases = await tx.rows(
    row,
    sql`${such(sql`c.lead_id = any (${[...ledBy]}::uuid[])`)}
      ${nobodys ? sql`union all ${such(sql`c.lead_id is null`)}` : empty}`,
  );
  if (cases.length === 0) return { led: [], unled: [] };
  const [agreed, { members, spans }] = await Promise.all([
    agreedInCases(
      tx,
      organisation,
      cases.map(({ caseId }) => caseId),
    ),
    teamDuty(ctx),
  ]);
  const waiting = cases.filter((file) => {
    const theirs = agreed.get(file.caseId) ?? null;
    const duty = dutyFor(file, members, spans);
    const moment = earliestOverAll({ agreed: theirs, now, due: null, calendar, duty });
    return moment.kind === 'none' && moment.outsideHours === true;
  });
  return {
    led: waiting.filter(({ leadId }) => leadId !== null),
    unled: waiting.filter(({ leadId }) => leadId === null),
  };
}
