import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { Viewer } from '../discretion.ts';
import type { Days } from '../period.ts';

const tallyRow = z.object({
  /** Which of the spans, counted from one. */
  span: z.number(),
  commitment: z.string(),
  ended: z.number(),
  met: z.number(),
  byPlan: z.number(),
  breached: z.number(),
});
export type SpanTally = z.infer<typeof tallyRow>;

/**
 * How promises ended in spans of days. Whoever sees cases is told exactly, so the sum is of what their wall lets them
 * see; whoever sees rounded figures only is told of everything, by a function that knows sums and no case.
 */
export function loadTallies(
  tx: Tx,
  organisation: OrganisationId,
  viewer: Viewer,
  spans: readonly Days[],
): Promise<readonly SpanTally[]> {
  const first = spans.map(({ from }) => from);
  const last = spans.map(({ to }) => to);
  return tx.rows(
    tallyRow,
    viewer === 'sees-cases'
      ? sql`select s.span, t.*
        from unnest(${first}::date[], ${last}::date[]) with ordinality s (first, last, span)
          cross join lateral (
            select p.commitment, sum(p.ended) as ended, sum(p.met) as met, sum(p.met_by_plan) as "byPlan",
              sum(p.breached) as breached
            from promise_day p
            where p.organisation_id = ${organisation} and p.day between s.first and s.last group by 1) t`
      : sql`select span, commitment, ended, met, met_by_plan as "byPlan", breached
        from lintel.promise_totals(${first}::date[], ${last}::date[])`,
  );
}
