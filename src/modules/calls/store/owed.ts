import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { id, instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import { agreedInCases } from '#modules/agreement/index.ts';
import { againstCall, type PromisedTo } from '#rules/call-still-agreed.ts';
import type { CaseId, DisclosureId, StaffId } from '#rules/facts.ts';
import type { Against } from '#rules/gate.ts';
import { overWhichToRing } from '../still-agreed.ts';

const row = z.object({
  id: z.uuid(),
  to: z.enum(['person', 'teller']) as z.ZodType<PromisedTo>,
  at: instant,
  plannedId: z.uuid().nullable(),
  caseId: id<CaseId>().nullable(),
  disclosureId: id<DisclosureId>().nullable(),
  reference: z.string(),
  danger: z.boolean(),
  leadId: id<StaffId>().nullable(),
  /** What it was known to be against as it came into the diary. */
  outside: z.array(z.string()),
});
/** A call that somebody waits for. */
export type OwedCall = z.infer<typeof row>;

function owed(where: Sql): Sql {
  return sql`select p.id, p.to_whom as to, p.at, p.planned_id as "plannedId", p.case_id as "caseId",
      p.disclosure_id as "disclosureId", coalesce(c.reference, d.reference) as reference, c.lead_id as "leadId",
      coalesce(v.outside, '{}') as outside,
      coalesce(c.immediate_danger, exists (select from danger g where g.organisation_id = d.organisation_id
        and g.disclosure_id = d.id and g.dealt_at is null)) as danger
    from promised_call p
    left join planned_contact v on v.organisation_id = p.organisation_id and v.id = p.planned_id
    left join case_file c on c.organisation_id = p.organisation_id and c.id = p.case_id
    left join disclosure d on d.organisation_id = p.organisation_id and d.id = p.disclosure_id
    where p.ended_how is null and c.closed_at is null and ${where} order by p.at, p.id limit 100`;
}

/** A call with why nobody should ring then, as things are agreed now. */
export type AgreedCall = OwedCall & {
  readonly against: readonly Against[];
  /** By which numbers, by their names, where several ways are agreed. */
  readonly over: string;
};

async function held(tx: Tx, { organisation, now, calendar }: At, calls: readonly OwedCall[]) {
  const agreed = await agreedInCases(
    tx,
    organisation,
    calls.flatMap(({ caseId }) => caseId ?? []),
  );
  return calls.map((call): AgreedCall => {
    const theirs = (call.caseId && agreed.get(call.caseId)) || null;
    const against = againstCall(theirs, call, now, calendar);
    return { ...call, against, over: overWhichToRing(theirs, call, now, calendar) };
  });
}

type At = Pick<Office, 'organisation' | 'now' | 'calendar'>;

/** In cases that these colleagues lead, by the time that was promised; only behind the asker's wall. */
export async function callsToMake(
  tx: Tx,
  office: At,
  { staffIds, until }: { readonly staffIds: readonly StaffId[]; readonly until: Temporal.Instant },
): Promise<readonly AgreedCall[]> {
  const { organisation } = office;
  const led = sql`p.organisation_id = ${organisation} and p.at < ${until} and p.case_id in (select f.id
    from case_file f where f.organisation_id = ${organisation} and f.lead_id = any (${[...staffIds]}::uuid[])
      and f.closed_at is null)`;
  return held(tx, office, await tx.rows(row, owed(led)));
}

/** Of what was told and is no case, and of cases that nobody leads: whoever of the team is there rings. */
export async function callsNobodyLeads(
  tx: Tx,
  office: At,
  until: Temporal.Instant,
): Promise<readonly AgreedCall[]> {
  const { organisation } = office;
  const unled = sql`p.organisation_id = ${organisation} and p.at < ${until} and case when p.case_id is null
    then d.id is not null else c.id is not null and c.lead_id is null end`;
  return held(tx, office, await tx.rows(row, owed(unled)));
}
