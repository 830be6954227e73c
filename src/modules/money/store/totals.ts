import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';

const row = z.object({
  kind: z.string(),
  oncePence: z.number().nullable(),
  yearlyPence: z.number().nullable(),
});
/** Of one kind, to the nearest £50; `together`: of all that few cases each had; null: fewer than five had it. */
export type GainTotal = Readonly<z.infer<typeof row>>;

/** What advice brought from one day to before another, as totals without people: PostgreSQL gives nothing finer. */
export function gainTotals(
  tx: Tx,
  { from, until }: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate },
): Promise<readonly GainTotal[]> {
  return tx.rows(
    row,
    sql`select kind, once_pence::float8 as "oncePence", yearly_pence::float8 as "yearlyPence"
      from lintel.money_gained(${from}, ${until}) order by kind = 'together', kind`,
  );
}
