import type { Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { Viewer } from '../discretion.ts';
import type { MonthTally } from '../months.ts';
import { noTally, plus } from '../tally.ts';
import { loadTallies } from './tallies.ts';

/** The figures of months, given by their first days; those in which nothing ended are left out. */
export async function loadMonths(
  tx: Tx,
  organisation: OrganisationId,
  viewer: Viewer,
  months: readonly Temporal.PlainDate[],
): Promise<readonly MonthTally[]> {
  const spans = months.map((from) => ({ from, to: from.with({ day: from.daysInMonth }) }));
  const sums = new Map<string, MonthTally>();
  for (const { span, commitment, tally } of await loadTallies(tx, organisation, viewer, spans)) {
    const month = months[span - 1];
    if (!month) continue;
    const key = `${commitment} ${month}`;
    sums.set(key, { ...plus(sums.get(key) ?? noTally, tally), commitment, month });
  }
  return [...sums.values()];
}
