import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import { type GainTotal, gainTotals } from '#modules/money/index.ts';

/** A financial year, as far as its months are over: from April to March. */
export interface FinancialYear {
  readonly name: string;
  readonly from: Temporal.PlainDate;
  /** The first day that is not counted. */
  readonly until: Temporal.PlainDate;
  readonly whole: boolean;
}

/** This one and the two before it, the latest first; the month that runs is never counted. */
export function yearsUntil(today: Temporal.PlainDate): readonly FinancialYear[] {
  const until = today.with({ day: 1 });
  const begun = until.subtract({ days: 1 });
  const first = begun.month >= 4 ? begun.year : begun.year - 1;
  return [first, first - 1, first - 2].map((year) => {
    const from = Temporal.PlainDate.from({ year, month: 4, day: 1 });
    const end = from.add({ years: 1 });
    const running = Temporal.PlainDate.compare(until, end) < 0;
    const name = `${year} to ${year + 1}`;
    return { name, from, until: running ? until : end, whole: !running };
  });
}

const row = z.object({
  kind: z.string(),
  delivered: z.number(),
  unpriced: z.number(),
  /** Null: fewer than five cases had a price of it. */
  approvedPence: z.number().nullable(),
  spentPence: z.number().nullable(),
});
/** Of one kind in one year; `together`: of all that fewer than five cases each had. */
export type CostTotal = z.infer<typeof row>;

export interface YearTotals extends FinancialYear {
  readonly totals: readonly CostTotal[];
  readonly gained: readonly GainTotal[];
}

/** What fewer than five cases had is never told by itself: PostgreSQL puts it together, or leaves it out. */
export function costTotals(tx: Tx, years: readonly FinancialYear[]): Promise<readonly YearTotals[]> {
  return Promise.all(
    years.map(async (year) => ({
      ...year,
      totals: await tx.rows(
        row,
        sql`select kind, delivered::int, unpriced::int, approved_pence::float8 as "approvedPence",
            spent_pence::float8 as "spentPence"
          from lintel.support_costs(${year.from}, ${year.until}) order by kind = 'together', kind`,
      ),
      gained: await gainTotals(tx, year),
    })),
  );
}
