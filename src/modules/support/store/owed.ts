import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { empty, id, instant, plainDate, type Sql, sql, type Tx } from '#kit/sql.ts';
import { type CaseId, riskLevels } from '#rules/facts.ts';
import type { OfferState } from '../offer.ts';
import { mostOwed, type OwedQuery, owedKinds, owedPerPage, owedStates } from '../owed.ts';

const states = ['accepted', 'approved', 'ordered', 'delivered', 'unasked', 'confirmed'] as const;

const row = z.object({
  caseId: id<CaseId>(),
  offerId: z.uuid(),
  reference: z.string(),
  leadName: z.string().nullable(),
  immediateDanger: z.boolean(),
  riskLevel: z.enum(riskLevels).nullable(),
  kind: z.string(),
  what: z.string(),
  state: z.enum(states) as z.ZodType<OfferState>,
  toldByContractor: z.boolean(),
  since: plainDate,
  dueAt: instant.nullable(),
});
export type OwedOffer = z.infer<typeof row>;

const totalRow = z.object({ total: z.number() });

/** What is owed to people in the cases that whoever asks is let into, as far as it is not confirmed. */
export async function owedList(
  tx: Tx,
  office: Office,
  query: OwedQuery,
): Promise<{ readonly offers: readonly OwedOffer[]; readonly total: number }> {
  const [offers, { total }] = await Promise.all([
    listed(tx, office, query, sql`limit ${owedPerPage} offset ${(query.page - 1) * owedPerPage}`),
    tx.one(
      totalRow,
      sql`select count(*)::int as total from (select from (${standing(office)}) w where ${where(office, query)}
        limit ${mostOwed}) n`,
    ),
  ]);
  return { offers, total };
}

export function owedRows(tx: Tx, office: Office, query: OwedQuery): Promise<readonly OwedOffer[]> {
  return listed(tx, office, query, sql`limit ${mostOwed}`);
}

const countRow = z.object({
  toDo: z.number(),
  toHear: z.number(),
  unsafe: z.number(),
  confirmed: z.number(),
});
export type OwedCounts = z.infer<typeof countRow>;

/** What we say was delivered and what they confirmed, apart. */
export function owedCounts(tx: Tx, office: Office): Promise<OwedCounts> {
  return tx.one(
    countRow,
    sql`select count(*) filter (where w.state in ('accepted', 'approved', 'ordered'))::int as "toDo",
        count(*) filter (where w.state = 'delivered')::int as "toHear",
        count(*) filter (where w.state = 'unasked')::int as unsafe,
        count(*) filter (where w.state = 'confirmed')::int as confirmed
      from (${standing(office)}) w`,
  );
}

function listed(tx: Tx, office: Office, query: OwedQuery, some: Sql): Promise<readonly OwedOffer[]> {
  const risk = sql`w.danger desc, coalesce(nullif(lintel.risk_rank(w.risk_level), 0), 2) desc`;
  const order = query.sort === 'risk' ? sql`${risk}, w.due_at nulls last` : sql`w.due_at nulls last, ${risk}`;
  return tx.rows(
    row,
    sql`select w.case_id as "caseId", w.offer_id as "offerId", w.reference, s.name as "leadName",
        w.danger as "immediateDanger", w.risk_level as "riskLevel", w.kind, w.what, w.state, w.since,
        w.told_by_contractor as "toldByContractor", w.due_at as "dueAt"
      from (${standing(office)}) w left join staff s on s.organisation_id = w.organisation_id and s.id = w.lead_id
      where ${where(office, query)} order by ${order}, w.offer_id ${some}`,
  );
}

/** Each offer of an open case as its last step that stands says (`stateOf`), and by when the next of it is owed. */
function standing({ organisation }: Pick<Office, 'organisation'>): Sql {
  const stands = (step: Sql) => sql`not exists (select from support_step z
    where z.organisation_id = ${step}.organisation_id and z.strikes_id = ${step}.id)`;
  return sql`select o.organisation_id, o.case_id, o.id as offer_id, c.reference, c.lead_id,
      c.immediate_danger as danger, c.risk_level, o.kind, o.what, l.happened_on as since,
      case when l.step like 'look\\_%' then 'confirmed' when l.step = 'taken' then 'accepted'
        when l.step = 'not_come' then 'ordered' when l.step = 'not_safe' then 'unasked' else l.step end as state,
      (select min(b.due_at) from obligation b join support_step y on y.organisation_id = b.organisation_id
          and y.id = b.subject_id and y.offer_id = o.id
        where b.organisation_id = o.organisation_id and b.case_id = o.case_id
          and (b.outcome is null or (b.outcome = 'breached' and b.fulfilled_at is null))) as due_at,
      coalesce((select d.works_order_id is not null from support_step d where d.organisation_id = o.organisation_id
        and d.offer_id = o.id and d.step = 'delivered' and ${stands(sql`d`)} order by d.number desc limit 1), false)
        as told_by_contractor
    from support_offer o
    join case_file c on c.organisation_id = o.organisation_id and c.id = o.case_id and c.closed_at is null
    join lateral (select p.step, p.happened_on from support_step p
      where p.organisation_id = o.organisation_id and p.offer_id = o.id and p.step not in ('details', 'struck')
        and ${stands(sql`p`)} order by p.number desc limit 1) l
      on l.step in ('taken', 'approved', 'ordered', 'not_come', 'delivered', 'not_safe', 'confirmed', 'look_works',
        'look_changed', 'look_rather_not', 'look_handed_on', 'look_not_reached')
    where o.organisation_id = ${organisation} and o.kind = any (${owedKinds.map(({ value }) => value)}::text[])`;
}

function where({ now, staff }: Office, { stands, kind, lead, overdue }: OwedQuery): Sql {
  const wanted = stands ? owedStates[stands] : [...owedStates.to_do, ...owedStates.to_hear];
  return sql`w.state = any (${[...wanted]}::text[])
    ${kind ? sql`and w.kind = ${kind}` : empty}
    ${lead ? sql`and w.lead_id = ${lead === 'me' ? staff : lead}` : empty}
    ${overdue ? sql`and w.due_at < ${now}` : empty}`;
}
