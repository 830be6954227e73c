import type { Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { Viewer } from '../discretion.ts';
import type { MonthTally } from '../months.ts';
import { monthsIn } from '../published.ts';
import { noTally, plus } from '../tally.ts';
import { loadTallies } from './tallies.ts';

/**
 * The figures of months, given by their first days; those in which nothing ended are left out. Whoever sees figures
 * only is told of this month until yesterday, as on the board.
 */
export async function loadMonths(
  tx: Tx,
  organisation: OrganisationId,
  viewer: Viewer,
  months: readonly Temporal.PlainDate[],
  today: Temporal.PlainDate,
): Promise<readonly MonthTally[]> {
  const whole = (from: Temporal.PlainDate) => ({ from, to: from.with({ day: from.daysInMonth }) });
  const spans = months.flatMap((month) =>
    viewer === 'sees-cases' ? [whole(month)] : monthsIn(whole(month), today),
  );
  const sums = new Map<string, MonthTally>();
  for (const { span, commitment, tally } of await loadTallies(tx, organisation, viewer, spans)) {
    const month = spans[span - 1]?.from;
    if (!month) continue;
    const key = `${commitment} ${month}`;
    sums.set(key, { ...plus(sums.get(key) ?? noTally, tally), commitment, month });
  }
  return [...sums.values()];
}
