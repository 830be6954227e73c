import { z } from 'zod';
import { empty, id, plainDate, type Sql, sql, type Tx } from '#kit/sql.ts';
import { casePaths } from '#modules/case-file/pure.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { itemsPerPage, mostItems, type StockQuery, type StockState, stockStates } from '../stock.ts';
import { standingItems, stateOfStep } from './stock.ts';

const values = stockStates.map(({ value }) => value) as [StockState, ...StockState[]];
const row = z.object({
  id: z.uuid(),
  kind: z.string(),
  number: z.string(),
  about: z.string(),
  state: z.enum(values),
  since: plainDate,
  byName: z.string().nullable(),
  testOn: plainDate.nullable(),
});
export type ItemInList = z.infer<typeof row>;

const totalRow = z.object({ total: z.number() });

/** Who has it is not here: only that it is with somebody. */
export async function stockList(
  tx: Tx,
  organisation: OrganisationId,
  query: StockQuery,
): Promise<{ readonly items: readonly ItemInList[]; readonly total: number }> {
  const [items, { total }] = await Promise.all([
    listed(tx, organisation, query, sql`limit ${itemsPerPage} offset ${(query.page - 1) * itemsPerPage}`),
    tx.one(
      totalRow,
      sql`select count(*)::int as total from (${standingItems}) m where ${where(organisation, query)}`,
    ),
  ]);
  return { items, total };
}

export function stockRows(
  tx: Tx,
  organisation: OrganisationId,
  query: StockQuery,
): Promise<readonly ItemInList[]> {
  return listed(tx, organisation, query, sql`limit ${mostItems}`);
}

function listed(
  tx: Tx,
  organisation: OrganisationId,
  query: StockQuery,
  some: Sql,
): Promise<readonly ItemInList[]> {
  return tx.rows(
    row,
    sql`select m.id, m.kind, m.number, m.about, ${stateOfStep} as state, m.happened_on as since, s.name as "byName",
        m.test_on as "testOn"
      from (${standingItems}) m
      left join staff s on s.organisation_id = m.organisation_id and s.id = m.recorded_by
      where ${where(organisation, query)}
      order by array_position(${values}::text[], ${stateOfStep}), m.test_on nulls last, lower(m.number), m.id ${some}`,
  );
}

function where(organisation: OrganisationId, { kind, state }: StockQuery): Sql {
  return sql`m.organisation_id = ${organisation}
    ${kind ? sql`and m.kind = ${kind}` : empty}
    ${state ? sql`and ${stateOfStep} = ${state}` : empty}`;
}

const countedRow = z.object({ kind: z.string(), state: z.enum(values), number: z.number() });
export type Counted = Readonly<z.infer<typeof countedRow>>;

/** How many of each kind stand where. */
export function stockCounts(tx: Tx, organisation: OrganisationId): Promise<readonly Counted[]> {
  return tx.rows(
    countedRow,
    sql`select m.kind, ${stateOfStep} as state, count(*)::int as number from (${standingItems}) m
      where m.organisation_id = ${organisation} group by 1, 2`,
  );
}

const free = z.object({ id: z.uuid(), number: z.string(), about: z.string() });
export type FreeItem = z.infer<typeof free>;

/** What can go to somebody today: checked, and its test not overdue. */
export function freeItems(
  tx: Tx,
  organisation: OrganisationId,
  kind: string,
  today: Temporal.PlainDate,
): Promise<readonly FreeItem[]> {
  return tx.rows(
    free,
    sql`select m.id, m.number, m.about from (${standingItems}) m
      where m.organisation_id = ${organisation} and m.kind = ${kind} and ${stateOfStep} = 'in_stock'
        and (m.test_on is null or m.test_on >= ${today})
      order by lower(m.number), m.id limit 100`,
  );
}

const loanRow = z.object({ caseId: id<CaseId>(), offerId: z.string() });

/** The offer for which it is out, where whoever asks is let into that case; else null, as if there were none. */
export async function loanSeen(tx: Tx, organisation: OrganisationId, itemId: string): Promise<string | null> {
  const found = await tx.maybe(
    loanRow,
    sql`select l.case_id as "caseId", l.offer_id as "offerId" from stock_loan l
      join stock_step p on p.organisation_id = l.organisation_id and p.id = l.issue_id
      where l.organisation_id = ${organisation} and l.item_id = ${itemId} order by p.number desc limit 1`,
  );
  return found && `${casePaths.support(found.caseId)}/${found.offerId}`;
}
