import { z } from 'zod';
import { empty, id, instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, DisclosureId, OrganisationId, StaffId } from '#rules/facts.ts';
import type { ReferralKind, Standing } from '../referral.ts';
import { dueAt, isOpen, standingNow } from './standing.ts';

const row = z.object({
  id: z.uuid(),
  kind: z.enum(['child', 'adult']) as z.ZodType<ReferralKind>,
  standing: z.enum(['undecided', 'to_make', 'to_decide', 'to_answer'] satisfies Standing[]),
  caseId: id<CaseId>().nullable(),
  disclosureId: id<DisclosureId>().nullable(),
  reference: z.string(),
  danger: z.boolean(),
  leadId: id<StaffId>().nullable(),
  /** Null: no promise about it runs any more. */
  dueAt: instant.nullable(),
});
/** A referral that somebody has to do something about: make it, ask again, or decide. */
export type ReferralToDo = z.infer<typeof row>;

const openRow = z.object({ open: z.number() });

/** How many referrals of a case are not made, or wait for an answer. */
export async function referralsOpen(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<number> {
  const { open } = await tx.one(
    openRow,
    sql`select count(*)::integer as open from safeguarding_referral r
      where r.organisation_id = ${organisation} and r.case_id = ${caseId} and ${isOpen}`,
  );
  return open;
}

/** Whose referrals somebody asks for. */
export interface ReferralsAsked {
  /** In open cases that these colleagues lead. */
  readonly ledBy: readonly StaffId[];
  /** Of what was told and is no case yet, and of cases that nobody leads. */
  readonly nobodys: boolean;
  /** Of which somebody else proposed that none is made: for this colleague to decide. */
  readonly decidedBy: StaffId | null;
}

/** The same referral may be on several lists. */
export interface ReferralsToDo {
  /** To be made, or to be asked about again. */
  readonly toSeeTo: readonly ReferralToDo[];
  /** Whoever of the team is there sees to them. */
  readonly unled: readonly ReferralToDo[];
  /** That none is made waits for a second person. */
  readonly toDecide: readonly ReferralToDo[];
}

const lists = ['toSeeTo', 'unled', 'toDecide'] as const;
const listed = row.extend({ list: z.enum(lists) });

/** What is to be done about referrals, the first due first; read once for all lists, only behind the asker's wall. */
export async function referralsToDo(
  tx: Tx,
  organisation: OrganisationId,
  asked: ReferralsAsked,
): Promise<ReferralsToDo> {
  const { decidedBy } = asked;
  const byAnother = decidedBy
    ? sql`exists (select from safeguarding_no_referral n where n.organisation_id = r.organisation_id
        and n.referral_id = r.id and n.decision is null and n.proposed_by is distinct from ${decidedBy})`
    : sql`false`;
  const on = (list: (typeof lists)[number], which: Sql) =>
    sql`(select f.*, ${list} as list from found f where ${which} order by "dueAt", id limit 100)`;
  const found = await tx.rows(
    listed,
    sql`with found as materialized (
        select r.id, r.kind, r.case_id as "caseId", r.disclosure_id as "disclosureId",
          ${standingNow} as standing,
          coalesce(c.reference, d.reference) as reference, c.lead_id as "leadId",
          coalesce(c.immediate_danger, exists (select from danger g where g.organisation_id = d.organisation_id
            and g.disclosure_id = d.id and g.dealt_at is null)) as danger, ${dueAt} as "dueAt",
          ${byAnother} as "toDecide"
        from safeguarding_referral r
        left join case_file c on c.organisation_id = r.organisation_id and c.id = r.case_id
        left join disclosure d on d.organisation_id = r.organisation_id and d.id = r.disclosure_id
        where r.organisation_id = ${organisation} and r.id = any (array(${concerning(organisation, asked)}))
          and c.closed_at is null and ${isOpen})
      ${on('toSeeTo', sql`f."leadId" = any (${[...asked.ledBy]}::uuid[])`)}
      ${asked.nobodys ? sql`union all ${on('unled', sql`f."leadId" is null`)}` : empty}
      ${decidedBy ? sql`union all ${on('toDecide', sql`f."toDecide"`)}` : empty}`,
  );
  const of = (list: (typeof lists)[number]) => found.filter((each) => each.list === list);
  return { toSeeTo: of('toSeeTo'), unled: of('unled'), toDecide: of('toDecide') };
}

/** Each by its own index: one condition over all of them would read every referral. */
function concerning(organisation: OrganisationId, { ledBy, nobodys, decidedBy }: ReferralsAsked): Sql {
  const inCases = (which: Sql) => sql`select r.id from case_file f
    join safeguarding_referral r on r.organisation_id = f.organisation_id and r.case_id = f.id
    where f.organisation_id = ${organisation} and f.closed_at is null and ${which}`;
  const led = inCases(sql`f.lead_id = any (${[...ledBy]}::uuid[])`);
  const told = sql`union select r.id from safeguarding_referral r
    where r.organisation_id = ${organisation} and r.case_id is null`;
  const toDecide = sql`union select n.referral_id from safeguarding_no_referral n
    where n.organisation_id = ${organisation} and n.decision is null
      and n.proposed_by is distinct from ${decidedBy}`;
  return sql`${led} ${nobodys ? sql`union ${inCases(sql`f.lead_id is null`)} ${told}` : empty}
    ${decidedBy ? toDecide : empty}`;
}
