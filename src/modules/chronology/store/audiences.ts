import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { Audience } from '../audience.ts';

const row = z.object({
  number: z.number(),
  disclosableTo: z.array(z.string()) as unknown as z.ZodType<readonly Audience[]>,
  reason: z.string(),
  decidedAt: instant,
  decidedByName: z.string().nullable(),
});
export type AudienceDecision = z.infer<typeof row>;

/** Every decision to whom an entry may be shown since it was written, newest first. */
export function audienceDecisions(tx: Tx, organisation: OrganisationId, caseId: CaseId, entryId: string) {
  return tx.rows(
    row,
    sql`select a.number, a.disclosable_to as "disclosableTo", a.reason, a.decided_at as "decidedAt",
        s.name as "decidedByName"
      from entry_audience a
      left join staff s on s.organisation_id = a.organisation_id and s.id = a.decided_by
      where a.organisation_id = ${organisation} and a.case_id = ${caseId} and a.entry_id = ${entryId}
      order by a.number desc`,
  );
}

/** Decides anew to whom an entry may be shown; what was decided before stays (V3.2). False where somebody was first. */
export async function decideAudience(
  tx: Tx,
  office: Office,
  decision: {
    readonly caseId: CaseId;
    readonly entryId: string;
    /** How many decisions there were when this one was made. */
    readonly after: number;
    readonly disclosableTo: readonly Audience[];
    readonly reason: string;
  },
): Promise<boolean> {
  const { organisation, staff, now } = office;
  const { caseId, entryId, after, disclosableTo, reason } = decision;
  const added = await tx.run(sql`insert into entry_audience (organisation_id, id, case_id, entry_id, number,
      disclosable_to, reason, decided_at, decided_by)
    values (${organisation}, ${newId<string>()}, ${caseId}, ${entryId}, ${after + 1}, ${disclosableTo}, ${reason},
      ${now}, ${staff})
    on conflict (organisation_id, entry_id, number) do nothing`);
  if (added === 0) return false;
  await happened(tx, office, {
    name: 'entry.disclosable-changed',
    caseId,
    subjectId: entryId,
    data: { disclosableTo },
  });
  return true;
}
