import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { empty, id, instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import { agreedInCases } from '#modules/agreement/index.ts';
import { againstCall, type PromisedTo } from '#rules/call-still-agreed.ts';
import type { CaseId, DisclosureId, OrganisationId, StaffId } from '#rules/facts.ts';
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

/** A call with why nobody should ring then, as things are agreed now. */
export type AgreedCall = OwedCall & {
  readonly against: readonly Against[];
  /** By which numbers, by their names, where several ways are agreed. */
  readonly over: string;
};

async function held<C extends OwedCall>(tx: Tx, { organisation, now, calendar }: At, calls: readonly C[]) {
  const agreed = await agreedInCases(
    tx,
    organisation,
    calls.flatMap(({ caseId }) => caseId ?? []),
  );
  return calls.map((call): AgreedCall & C => {
    const theirs = (call.caseId && agreed.get(call.caseId)) || null;
    const against = againstCall(theirs, call, now, calendar);
    return { ...call, against, over: overWhichToRing(theirs, call, now, calendar) };
  });
}

type At = Pick<Office, 'organisation' | 'now' | 'calendar'>;

/** Whose calls somebody asks for, by the time that was promised. */
export interface CallsAsked {
  /** In open cases that these colleagues lead. */
  readonly ledBy: readonly StaffId[];
  /** Of what was told and is no case, and of cases that nobody leads. */
  readonly nobodys: boolean;
  readonly until: Temporal.Instant;
}

export interface CallsToMake {
  readonly led: readonly AgreedCall[];
  /** Whoever of the team is there rings. */
  readonly unled: readonly AgreedCall[];
}

const listed = row.extend({ list: z.enum(['led', 'unled']) });

/** Calls that somebody waits for, the first first; read once for both lists, and only behind the asker's wall. */
export async function callsToMake(tx: Tx, office: At, asked: CallsAsked): Promise<CallsToMake> {
  const { organisation } = office;
  const { ledBy, nobodys } = asked;
  const on = (list: 'led' | 'unled', which: Sql) =>
    sql`(select f.*, ${list} as list from found f where ${which} order by f.at, f.id limit 100)`;
  const found = await tx.rows(
    listed,
    sql`with found as materialized (
        select p.id, p.to_whom as to, p.at, p.planned_id as "plannedId", p.case_id as "caseId",
          p.disclosure_id as "disclosureId", coalesce(c.reference, d.reference) as reference, c.lead_id as "leadId",
          coalesce(v.outside, '{}') as outside,
          coalesce(c.immediate_danger, exists (select from danger g where g.organisation_id = d.organisation_id
            and g.disclosure_id = d.id and g.dealt_at is null)) as danger
        from promised_call p
        left join planned_contact v on v.organisation_id = p.organisation_id and v.id = p.planned_id
        left join case_file c on c.organisation_id = p.organisation_id and c.id = p.case_id
        left join disclosure d on d.organisation_id = p.organisation_id and d.id = p.disclosure_id
        where p.organisation_id = ${organisation} and p.id = any (array(${concerning(organisation, asked)}))
          and c.closed_at is null)
      ${on('led', sql`f."leadId" = any (${[...ledBy]}::uuid[])`)}
      ${nobodys ? sql`union all ${on('unled', sql`f."leadId" is null and f.reference is not null`)}` : empty}`,
  );
  const calls = await held(tx, office, found);
  const of = (list: 'led' | 'unled') => calls.filter((each) => each.list === list);
  return { led: of('led'), unled: of('unled') };
}

/** Each by its own index: one condition over all of them would read whatever anybody was promised. */
function concerning(organisation: OrganisationId, { ledBy, nobodys, until }: CallsAsked): Sql {
  const owed = sql`o.organisation_id = ${organisation} and o.ended_how is null and o.at < ${until}`;
  const inCases = (which: Sql) => sql`select o.id from case_file f
    join promised_call o on o.organisation_id = f.organisation_id and o.case_id = f.id
    where f.organisation_id = ${organisation} and f.closed_at is null and ${which} and ${owed}`;
  const led = inCases(sql`f.lead_id = any (${[...ledBy]}::uuid[])`);
  if (!nobodys) return led;
  return sql`${led} union ${inCases(sql`f.lead_id is null`)}
    union select o.id from promised_call o where ${owed} and o.case_id is null`;
}
