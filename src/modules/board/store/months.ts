import type { Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { Viewer } from '../discretion.ts';
import type { MonthTally } from '../months.ts';
import { loadTallies } from './tallies.ts';

/** The figures of months, given by their first days; those in which nothing ended are left out. */
export async function loadMonths(
  tx: Tx,
  organisation: OrganisationId,
  viewer: Viewer,
  months: readonly Temporal.PlainDate[],
): Promise<readonly MonthTally[]> {
  const spans = months.map((from) => ({ from, to: from.with({ day: from.daysInMonth }) }));
  const tallies = await loadTallies(tx, organisation, viewer, spans);
  return tallies.flatMap(({ span, ...tally }) => {
    const month = months[span - 1];
    return month ? [{ ...tally, month }] : [];
  });
}
