import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import type { FinancialYear } from './totals.ts';

const row = z.object({
  kind: z.string(),
  wanted: z.number(),
  delivered: z.number(),
  confirmed: z.number(),
  halfDelivered: z.number().nullable(),
  halfConfirmed: z.number().nullable(),
  ended: z.number(),
  late: z.number(),
});
/**
 * Of one kind in one year, or `together` of all that fewer than five cases each had: how many would like it, how many
 * have it, and within how many days the half of them had. Null: more than half of them wait still.
 */
export type Waits = z.infer<typeof row>;

export interface YearWaits extends FinancialYear {
  readonly waits: readonly Waits[];
}

/** How long people waited for what they said they would like, by the year in which they said so (V4.2–V4.5, L2.7). */
export function waitsOf(tx: Tx, years: readonly FinancialYear[]): Promise<readonly YearWaits[]> {
  return Promise.all(
    years.map(async (year) => ({
      ...year,
      waits: await tx.rows(
        row,
        sql`select kind, wanted::int, delivered::int, confirmed::int, half_delivered as "halfDelivered",
            half_confirmed as "halfConfirmed", ended::int, late::int
          from lintel.support_waits(${year.from}, ${year.until}) order by kind = 'together', kind`,
      ),
    })),
  );
}
