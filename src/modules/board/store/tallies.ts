import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { Viewer } from '../discretion.ts';
import type { SpanTally } from '../gather.ts';
import type { Days } from '../period.ts';
import { publishedTally } from '../published.ts';
import { tallyOf } from '../tally.ts';
import { namedSeen } from './named-seen.ts';

const row = z.object({
  /** Which of the spans, counted from one. */
  span: z.number(),
  commitment: z.string(),
  ending: z.string(),
  number: z.number(),
});

/**
 * How promises ended in spans of days. Whoever sees cases is told exactly, so the sum is of what their wall lets them
 * see; whoever sees rounded figures only is told of everything, by a function that knows sums and no case, and each sum
 * as it may be told: for them, spans are months, and no month is asked for in two ways.
 */
export async function loadTallies(
  tx: Tx,
  organisation: OrganisationId,
  viewer: Viewer,
  spans: readonly Days[],
): Promise<readonly SpanTally[]> {
  const first = spans.map(({ from }) => from);
  const last = spans.map(({ to }) => to);
  const rows = await tx.rows(
    row,
    viewer === 'sees-cases'
      ? sql`select span, commitment, ending, number
        from lintel.promises_in(${first}::date[], ${last}::date[], ${namedSeen(organisation)})`
      : sql`select span, commitment, ending, number from lintel.promise_totals(${first}::date[], ${last}::date[])`,
  );
  return rows.map(({ span, commitment, ending, number }) => ({
    span,
    commitment,
    tally: viewer === 'sees-cases' ? tallyOf(ending, number) : publishedTally(ending, number),
  }));
}
