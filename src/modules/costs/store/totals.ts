import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import { costTotals, type FinancialYear, type YearTotals } from '#modules/support/index.ts';

const row = z.object({
  name: z.string(),
  pence: z.number(),
  quarters: z.number(),
});
export type CostCut = z.infer<typeof row>;

/** In which ways the same whole is cut. */
export const cuts = ['kind', 'month', 'area', 'role'] as const;
export type Cut = (typeof cuts)[number];

const fundRow = z.object({ name: z.string(), pence: z.number() });
export type PaidFromFund = z.infer<typeof fundRow>;

const avoidedRow = z.object({
  kind: z.string(),
  times: z.number(),
  pence: z.number(),
  unpriced: z.number(),
});
export type AvoidedTotal = z.infer<typeof avoidedRow>;

export interface YearOfCosts extends YearTotals {
  readonly cut: Readonly<Record<Cut, readonly CostCut[]>>;
  /** As *Funds* tells it: by when it was paid. */
  readonly funds: readonly PaidFromFund[];
  readonly avoided: readonly AvoidedTotal[];
}

function cutBy(tx: Tx, { from, until }: FinancialYear, by: Cut): Promise<readonly CostCut[]> {
  return tx.rows(
    row,
    sql`select name, pence::float8 as pence, quarters::int as quarters
      from lintel.what_it_cost(${from}, ${until}, ${by}) order by name in ('together', 'help.together'), name`,
  );
}

/** Totals without people: PostgreSQL tells nothing of fewer than five cases, and no two cuts tell it by difference. */
export async function yearsOfCosts(
  tx: Tx,
  years: readonly FinancialYear[],
  timeZone: string,
): Promise<readonly YearOfCosts[]> {
  const help = await costTotals(tx, years);
  return Promise.all(
    help.map(async (year) => ({
      ...year,
      cut: Object.fromEntries(
        await Promise.all(cuts.map(async (by) => [by, await cutBy(tx, year, by)] as const)),
      ) as YearOfCosts['cut'],
      funds: await tx.rows(
        fundRow,
        sql`select name, pence::float8 as pence
          from lintel.funds_paid(${year.from.year}, ${year.until.toZonedDateTime(timeZone).toInstant()})
          order by lower(name), name`,
      ),
      avoided: await tx.rows(
        avoidedRow,
        sql`select kind, times::int as times, pence::float8 as pence, unpriced::int as unpriced
          from lintel.what_was_avoided(${year.from}, ${year.until}) order by kind = 'together', kind`,
      ),
    })),
  );
}
