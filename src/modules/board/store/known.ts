import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import type { Pack } from '#rules/pack.ts';
import type { Viewer } from '../discretion.ts';
import type { Known } from '../measures.ts';
import type { Period } from '../period.ts';
import { plus, type Running, type Tally } from '../tally.ts';
import { loadTallies, type SpanTally } from './tallies.ts';

const nowRow = z.object({
  commitment: z.string(),
  running: z.number(),
  overdue: z.number(),
  met: z.number(),
  byPlan: z.number(),
  breached: z.number(),
});

/**
 * What the board needs to know, in two queries side by side: the days from their summary, and today from the promises
 * themselves, so that what was kept a minute ago counts. Whoever sees cases is told of those that their wall lets them
 * see, so that no figure moves with a case that is kept from them.
 * @param earlier policies whose promises may still run, or ended in the period
 */
export async function loadKnown(
  tx: Tx,
  office: Office,
  viewer: Viewer,
  period: Period,
  earlier: readonly Pack[],
): Promise<Known> {
  const { organisation, pack, now } = office;
  const day = today(office);
  const midnight = day.toZonedDateTime(pack.calendar.timeZone).toInstant();
  const untilYesterday = { from: period.from, to: day.subtract({ days: 1 }) };
  const withToday = Temporal.PlainDate.compare(period.to, day) >= 0;
  const spans = [period.previous, ...(withToday ? [untilYesterday, { from: day, to: day }] : [period])];
  const [days, current] = await Promise.all([
    loadTallies(tx, organisation, viewer, spans),
    tx.rows(
      nowRow,
      sql`select commitment, running, overdue, met, met_by_plan as "byPlan", breached
        from lintel.promises_now(${midnight}, ${now},
          array(select id from walled_subject where organisation_id = ${organisation}))`,
    ),
  ]);
  return gather([pack, ...earlier], days, current, withToday);
}

/** Of a promise with a clock, today comes from the promises; of everything else, from the summary. */
function gather(
  packs: readonly Pack[],
  days: readonly SpanTally[],
  current: readonly z.infer<typeof nowRow>[],
  withToday: boolean,
): Known {
  const clocks = new Set(
    packs.flatMap(({ commitments }) =>
      commitments.filter(({ measure }) => measure.kind === 'clock').map(({ id }) => id),
    ),
  );
  const period = new Map<string, Tally>();
  const before = new Map<string, Tally>();
  const now = new Map<string, Running>();
  for (const { commitment, span, ...tally } of days) {
    if (span === 1) before.set(commitment, tally);
    else if (span === 2 || !clocks.has(commitment)) add(period, commitment, tally);
  }
  for (const { commitment, running, overdue, met, byPlan, breached } of current) {
    now.set(commitment, { running, overdue });
    if (withToday) add(period, commitment, { ended: met + byPlan + breached, met, byPlan, breached });
  }
  return { period, before, now };
}

function add(tallies: Map<string, Tally>, commitment: string, tally: Tally): void {
  const sum = tallies.get(commitment);
  tallies.set(commitment, sum ? plus(sum, tally) : tally);
}
