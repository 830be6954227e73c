import { z } from 'zod';
import { plainDate, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { MonthTally } from '../months.ts';

const monthRow = z.object({
  commitment: z.string(),
  month: plainDate,
  ended: z.number(),
  met: z.number(),
  byPlan: z.number(),
  breached: z.number(),
});

/** The figures of commitments by month, from this day on, months without any left out. */
export async function loadMonths(
  tx: Tx,
  organisation: OrganisationId,
  commitments: readonly string[],
  from: Temporal.PlainDate,
): Promise<readonly MonthTally[]> {
  return tx.rows(
    monthRow,
    sql`select commitment, date_trunc('month', day::timestamp)::date as month, sum(ended) as ended, sum(met) as met,
        sum(met_by_plan) as "byPlan", sum(breached) as breached
      from promise_day
      where organisation_id = ${organisation} and commitment = any (${[...commitments]}) and day >= ${from}
      group by 1, 2 order by 1, 2`,
  );
}
