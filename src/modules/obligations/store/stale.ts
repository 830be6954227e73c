import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { atTheOffice, today } from '#rules/calendar.ts';

/** How many days back the daily summary looks by itself each time (see the board's jobs). */
export const summaryLooksBack = 7;

/**
 * A promise ended (or no longer ended) at these moments: the figures of a day that the summary has left behind are
 * computed again. Recent days need no mark, so that a busy day is never one hot row.
 */
export async function markStale(
  tx: Tx,
  office: Office,
  moments: readonly (Temporal.Instant | null)[],
): Promise<void> {
  const horizon = today(office).subtract({ days: summaryLooksBack - 1 });
  for (const moment of moments) {
    if (moment === null) continue;
    const day = atTheOffice(moment, office.calendar).toPlainDate();
    if (Temporal.PlainDate.compare(day, horizon) >= 0) continue;
    tx.write(sql`insert into promise_day_stale (organisation_id, day)
      values (${office.organisation}, ${day}) on conflict do nothing`);
  }
}
