import { z } from 'zod';
import { empty, id, instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { ListedStanding } from '../listed.ts';
import type { ReferralKind } from '../referral.ts';
import { dueAt, isOpen, standingNow } from './standing.ts';

const row = z.object({
  id: z.uuid(),
  kind: z.enum(['child', 'adult']) as z.ZodType<ReferralKind>,
  standing: z.string() as unknown as z.ZodType<ListedStanding>,
  acknowledged: z.boolean(),
  caseId: id<CaseId>().nullable(),
  reference: z.string(),
  since: instant,
  leadName: z.string().nullable(),
  dueAt: instant.nullable(),
});
export type ListedReferral = z.infer<typeof row>;
const listed = row.extend({ total: z.number() });

export const referralsAPage = 40;

/**
 * Referrals that are open, whoever leads the case, the first due first: of one standing, or of all. Only those behind
 * the asker's own wall. `page`: null is all of them, as a file.
 */
export async function listReferrals(
  tx: Tx,
  organisation: OrganisationId,
  { standing, page }: { readonly standing: ListedStanding | null; readonly page: number | null },
): Promise<{ readonly referrals: readonly ListedReferral[]; readonly total: number }> {
  const of = standing === null ? empty : sql`where f.standing = ${standing}`;
  const part: Sql =
    page === null ? sql`limit 5000` : sql`limit ${referralsAPage} offset ${(page - 1) * referralsAPage}`;
  const found = await tx.rows(
    listed,
    sql`with found as materialized (
        select r.id, r.kind, r.case_id as "caseId", coalesce(c.reference, d.reference) as reference,
          r.promised_at as since, s.name as "leadName", ${standingNow} as standing, ${dueAt} as "dueAt",
          exists (select from safeguarding_step s where s.organisation_id = r.organisation_id
            and s.referral_id = r.id and s.step = 'acknowledged' and not exists (select from safeguarding_step x
              where x.organisation_id = s.organisation_id and x.strikes_id = s.id)) as acknowledged
        from safeguarding_referral r
        left join case_file c on c.organisation_id = r.organisation_id and c.id = r.case_id
        left join disclosure d on d.organisation_id = r.organisation_id and d.id = r.disclosure_id
        left join staff s on s.organisation_id = r.organisation_id and s.id = c.lead_id
        where r.organisation_id = ${organisation} and c.closed_at is null and ${isOpen})
      select f.*, count(*) over ()::integer as total from found f ${of}
      order by f."dueAt" nulls last, f.since, f.id ${part}`,
  );
  return { referrals: found, total: found[0]?.total ?? 0 };
}
