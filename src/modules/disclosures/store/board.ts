import { z } from 'zod';
import { empty, id, instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, DisclosureId, OrganisationId } from '#rules/facts.ts';
import type { Route } from '#rules/words.ts';
import { claimColumns, claimJoin, claimShape } from './claim-columns.ts';

export const rowsPerPage = 25;

export interface BoardFilter {
  readonly show: 'waiting' | 'triaged';
  readonly danger: boolean;
  readonly route: Route | '';
  /** From 1. */
  readonly page: number;
}

const boardRow = z.object({
  id: id<DisclosureId>(),
  reference: z.string(),
  route: z.string() as unknown as z.ZodType<Route>,
  receivedAt: instant,
  /** Told of, and nobody has written yet what was done about it. */
  dangerStands: z.boolean(),
  children: z.string(),
  triagedAt: instant.nullable(),
  caseId: id<CaseId>().nullable(),
  /** When the person must have been reached, as it was promised; null where that is kept, or no time was promised. */
  contactDueAt: instant.nullable(),
  ...claimShape,
  /** When somebody was promised a call that is still owed. */
  ringAt: instant.nullable(),
});
export type BoardRow = z.infer<typeof boardRow>;

/** Of a disclosure `d`: nobody has written yet what was done about a danger that it told of. */
export const dangerStands = sql`exists (select from danger g where g.organisation_id = d.organisation_id
  and g.disclosure_id = d.id and g.dealt_at is null)`;

/** Of a disclosure `d`: by when contact is still owed; what is kept already is not late. */
const contactOwedBy = sql`(select min(o.due_at) from obligation o where o.organisation_id = d.organisation_id
  and o.disclosure_id = d.id and 'contact.made' = any (o.stops)
  and (o.outcome is null or (o.outcome = 'breached' and o.fulfilled_at is null)))`;
const ringOwed = sql`(select min(p.at) from promised_call p where p.organisation_id = d.organisation_id
  and p.disclosure_id = d.id and p.ended_how is null)`;
/**
 * Beside what waits for triage, disclosures `d` that the wall shows: when contact with each is owed, asked for all of
 * them at once. By a promise each, the wall would be asked about each again.
 */
export const contactsOwed = sql`left join lintel.first_contacts_due() f on f.disclosure_id = d.id`;
const contactOwedByThen = sql`case when d.case_id is null then f.due_at else ${contactOwedBy} end`;
/** With them: by when somebody has to act, whichever of the two comes first. */
export const actBy = sql`least(${ringOwed}, ${contactOwedByThen})`;

const counts = z.object({ total: z.number() });

/**
 * Danger first, then what is due first: a promised call at its time, contact by the end of its time. What was triaged:
 * the latest first.
 */
export async function boardRows(
  tx: Tx,
  organisation: OrganisationId,
  filter: BoardFilter,
): Promise<{ readonly rows: readonly BoardRow[]; readonly total: number }> {
  const where = sql`d.organisation_id = ${organisation} and ${conditions(filter)}`;
  const waiting = filter.show === 'waiting';
  const order = waiting
    ? sql`${dangerStands} desc, "actBy", d.received_at, d.id`
    : sql`d.triaged_at desc, d.id`;
  const [rows, { total }] = await Promise.all([
    tx.rows(
      boardRow,
      sql`select d.id, d.reference, d.route, d.received_at as "receivedAt",
          ${dangerStands} as "dangerStands", d.children, d.triaged_at as "triagedAt", d.case_id as "caseId",
          ${waiting ? contactOwedByThen : contactOwedBy} as "contactDueAt", ${ringOwed} as "ringAt",
          ${waiting ? actBy : sql`null`} as "actBy", ${claimColumns}
        from disclosure d ${claimJoin} ${waiting ? contactsOwed : empty} where ${where} order by ${order}
        limit ${rowsPerPage} offset ${(filter.page - 1) * rowsPerPage}`,
    ),
    tx.one(counts, sql`select count(*) as total from disclosure d where ${where}`),
  ]);
  return { rows, total };
}

function conditions({ show, danger, route }: BoardFilter): Sql {
  return sql`${show === 'waiting' ? sql`d.triaged_at is null` : sql`d.triaged_at is not null`}
    ${danger ? sql`and ${dangerStands}` : empty}
    ${route === '' ? empty : sql`and d.route = ${route}`}`;
}
