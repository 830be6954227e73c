import { z } from 'zod';
import { id, instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, DisclosureId, OrganisationId } from '#rules/facts.ts';
import type { OpenPromise } from '../drill-down.ts';
import type { Days } from '../period.ts';

/** As many as a page shows; the rest is found through the caseload. */
export const drillDownMost = 50;

const promiseRow: z.ZodType<OpenPromise> = z.object({
  commitment: z.string(),
  caseId: id<CaseId>().nullable(),
  caseReference: z.string().nullable(),
  disclosureId: id<DisclosureId>().nullable(),
  disclosureReference: z.string().nullable(),
  dueAt: instant,
  outcome: z.literal('breached').nullable(),
  fulfilledAt: instant.nullable(),
});

/**
 * The promises behind a figure that are still owed, and those broken in the period: only through the wall, so that
 * whoever looks sees the cases that they may open and not even a count of the others.
 */
export async function loadDrillDown(
  tx: Tx,
  organisation: OrganisationId,
  commitments: readonly string[],
  days: Days,
  timeZone: string,
): Promise<{ readonly owed: readonly OpenPromise[]; readonly broken: readonly OpenPromise[] }> {
  const names = [...commitments];
  const from = days.from.toZonedDateTime(timeZone).toInstant();
  const until = days.to.add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
  const [running, overdue, broken] = await Promise.all([
    promises(tx, organisation, names, sql`o.outcome is null`, sql`o.due_at`),
    promises(tx, organisation, names, sql`o.outcome = 'breached' and o.fulfilled_at is null`, sql`o.due_at`),
    promises(
      tx,
      organisation,
      names,
      sql`o.outcome is not null and o.outcome = 'breached' and o.ended_at >= ${from} and o.ended_at < ${until}`,
      sql`o.ended_at desc`,
    ),
  ]);
  return { owed: [...overdue, ...running].slice(0, drillDownMost), broken };
}

function promises(tx: Tx, organisation: OrganisationId, commitments: string[], which: Sql, order: Sql) {
  return tx.rows(
    promiseRow,
    sql`select o.commitment, c.id as "caseId", c.reference as "caseReference", d.id as "disclosureId",
        d.reference as "disclosureReference",
        lintel.promised_for(o.due_at, o.kept_from) as "dueAt", o.outcome, o.fulfilled_at as "fulfilledAt"
      from obligation o
        left join case_file c on c.organisation_id = o.organisation_id and c.id = o.case_id
        left join disclosure d on d.organisation_id = o.organisation_id and d.id = o.disclosure_id
      where o.organisation_id = ${organisation} and o.commitment = any (${commitments}) and ${which}
        and (c.id is not null or (o.case_id is null and d.id is not null))
      order by ${order} limit ${drillDownMost}`,
  );
}
