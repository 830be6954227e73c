import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { empty, id, instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import { agreedInCases } from '#modules/agreement/index.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';
import { paperIsInDoubt, saysWhatWasStruck } from '../paper-in-doubt.ts';

const row = z.object({
  caseId: id<CaseId>(),
  reference: z.string(),
  danger: z.boolean(),
  leadId: id<StaffId>().nullable(),
  over: z.string(),
  givenAt: instant,
  lastDecidedAt: instant.nullable(),
  adviceStruckAt: instant.nullable(),
});
export type PaperInDoubt = z.infer<typeof row>;

/** In whose cases: those that these colleagues lead, and whether also those that nobody does. */
export interface PapersAsked {
  readonly ledBy: readonly StaffId[];
  readonly nobodys: boolean;
}

/**
 * Open cases of these colleagues, and those that nobody leads, in which a paper of the person’s own, a copy of the plan
 * or of the chronology, went over a way that is in doubt since, and nobody has decided about it: each case once. A copy
 * of the chronology knows its way by the name that it was given under. A call about something else decides nothing:
 * they are asked again about that way, or agree anew how to be in touch, or how they keep a copy now is written down.
 */
export async function papersInDoubt(
  tx: Tx,
  { organisation }: Pick<Office, 'organisation'>,
  { ledBy, nobodys }: PapersAsked,
): Promise<{ readonly led: readonly PaperInDoubt[]; readonly unled: readonly PaperInDoubt[] }> {
  const ofCase = sql`c.id as "caseId", c.reference, c.immediate_danger as danger, c.lead_id as "leadId"`;
  const copyDecided = sql`(select max(n.given_at) from plan_copy n where n.organisation_id = c.organisation_id
    and n.case_id = c.id)`;
  const agreedAnew = sql`(select max(a.recorded_at) from safe_contact a where a.organisation_id = c.organisation_id
    and a.case_id = c.id and a.agreed_with_person)`;
  const given = (lead: Sql) => {
    const led = sql`c.organisation_id = ${organisation} and c.closed_at is null and ${lead}`;
    return sql`(select ${ofCase}, coalesce(w.way_id::text, 'first') as over, p.given_at as "givenAt",
        ${copyDecided} as "lastDecidedAt", h.struck_at as "adviceStruckAt"
      from case_file c
      join plan_copy p on p.organisation_id = c.organisation_id and p.case_id = c.id
      left join agreed_way w on w.organisation_id = p.organisation_id and w.id = p.agreed_way_id
      left join housing_advice h on h.organisation_id = p.organisation_id and h.id = p.advice_id
      where ${led} and p.way in ('handed_over', 'posted')
      union all
      select ${ofCase}, coalesce((select w.way_id::text from agreed_way w where w.organisation_id = e.organisation_id
          and w.case_id = e.case_id and right(e.recipient, length(w.name) + 2) = ': ' || w.name limit 1), 'first'),
        e.made_at, greatest(${copyDecided}, ${agreedAnew}), null
      from case_file c
      join chronology_export e on e.organisation_id = c.organisation_id and e.case_id = c.id
      where ${led} and e.purpose = 'person'
      order by "givenAt" desc limit 500)`;
  };
  // Each by its own index.
  const papers = await tx.rows(
    row,
    sql`${given(sql`c.lead_id = any (${[...ledBy]}::uuid[])`)}
      ${nobodys ? sql`union all ${given(sql`c.lead_id is null`)}` : empty}`,
  );
  const agreed = await agreedInCases(
    tx,
    organisation,
    papers.map(({ caseId }) => caseId),
  );
  const doubtful = papers.filter(
    (paper) =>
      saysWhatWasStruck(paper, paper.lastDecidedAt) ||
      paperIsInDoubt(agreed.get(paper.caseId) ?? null, paper, paper.lastDecidedAt),
  );
  const once = [...new Map(doubtful.map((paper) => [paper.caseId, paper])).values()];
  return {
    led: once.filter(({ leadId }) => leadId !== null),
    unled: once.filter(({ leadId }) => leadId === null),
  };
}
