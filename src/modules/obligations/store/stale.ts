import type { Author } from '#kit/record.ts';
import { sql, type Tx } from '#kit/sql.ts';

/** How many days back the daily summary looks by itself each time (see the board's jobs). */
export const summaryLooksBack = 7;
const civil = 'Europe/London';

/**
 * A promise ended (or no longer ended) at these moments: the figures of a day that the summary has left behind are
 * computed again. Recent days need no mark, so that a busy day is never one hot row.
 */
export async function markStale(
  tx: Tx,
  author: Author,
  moments: readonly (Temporal.Instant | null)[],
): Promise<void> {
  const horizon = dayOf(author.now).subtract({ days: summaryLooksBack - 1 });
  for (const moment of moments) {
    if (moment === null || Temporal.PlainDate.compare(dayOf(moment), horizon) >= 0) continue;
    await tx.run(sql`insert into promise_day_stale (organisation_id, day)
      values (${author.organisation}, ${dayOf(moment)}) on conflict do nothing`);
  }
}

function dayOf(moment: Temporal.Instant): Temporal.PlainDate {
  return moment.toZonedDateTimeISO(civil).toPlainDate();
}
