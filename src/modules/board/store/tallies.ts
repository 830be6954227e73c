import { z } from 'zod';
import { type Sql, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { Viewer } from '../discretion.ts';
import type { SpanTally } from '../gather.ts';
import type { Days } from '../period.ts';
import { publishedTally } from '../published.ts';
import { tallyOf } from '../tally.ts';
import { namedSeen } from './named-seen.ts';

export const sumRow = z.object({
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
  const rows = await tx.rows(
    sumRow,
    sql`select span, commitment, ending, number from ${sumsIn(viewer, spans, namedSeen(organisation, viewer))}`,
  );
  return rows.map((each) => spanTally(viewer, each));
}

/** @param named of the cases kept to named people, those that the asker sees */
export function sumsIn(viewer: Viewer, spans: readonly Days[], named: Sql): Sql {
  const first = spans.map(({ from }) => from);
  const last = spans.map(({ to }) => to);
  return viewer === 'sees-cases'
    ? sql`lintel.promises_in(${first}::date[], ${last}::date[], ${named})`
    : sql`lintel.promise_totals(${first}::date[], ${last}::date[])`;
}

export function spanTally(
  viewer: Viewer,
  { span, commitment, ending, number }: z.infer<typeof sumRow>,
): SpanTally {
  const tally = viewer === 'sees-cases' ? tallyOf(ending, number) : publishedTally(ending, number);
  return { span, commitment, tally };
}
