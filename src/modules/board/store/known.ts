import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import type { Known } from '../measured.ts';
import type { Period } from '../period.ts';
import { plus, type Running, type Tally } from '../tally.ts';
import { localDay } from './summarise.ts';

const daysRow = z.object({
  commitment: z.string(),
  part: z.enum(['before', 'period', 'today']),
  ended: z.number(),
  met: z.number(),
  byPlan: z.number(),
  breached: z.number(),
});

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
 * themselves, so that what was kept a minute ago counts. Figures alone, whoever asks: no case is read.
 */
export async function loadKnown(
  tx: Tx,
  organisation: OrganisationId,
  pack: Pack,
  period: Period,
  now: Temporal.Instant,
): Promise<Known> {
  const today = localDay(now, pack);
  const midnight = today.toZonedDateTime(pack.calendar.timeZone).toInstant();
  const [days, current] = await Promise.all([
    tx.rows(
      daysRow,
      sql`select commitment, part, sum(ended) as ended, sum(met) as met, sum(met_by_plan) as "byPlan",
          sum(breached) as breached
        from (
          select commitment, ended, met, met_by_plan, breached,
            case when day < ${period.from} then 'before' when day < ${today} then 'period' else 'today' end as part
          from promise_day where organisation_id = ${organisation} and (
            day between ${period.from} and ${period.to} or day between ${period.previous.from} and ${period.previous.to})) days
        group by 1, 2`,
    ),
    tx.rows(
      nowRow,
      sql`select commitment, running, overdue, met, met_by_plan as "byPlan", breached
        from lintel.promises_now(${midnight}, ${now})`,
    ),
  ]);
  return gather(pack, days, current, Temporal.PlainDate.compare(period.to, today) >= 0);
}

/** Of a promise with a clock, today comes from the promises; of everything else, from the summary. */
function gather(
  pack: Pack,
  days: readonly z.infer<typeof daysRow>[],
  current: readonly z.infer<typeof nowRow>[],
  withToday: boolean,
): Known {
  const clocks = new Set(
    pack.commitments.filter(({ measure }) => measure.kind === 'clock').map(({ id }) => id),
  );
  const period = new Map<string, Tally>();
  const before = new Map<string, Tally>();
  const now = new Map<string, Running>();
  for (const { commitment, part, ...tally } of days) {
    if (part === 'before') before.set(commitment, tally);
    else if (part === 'period' || !clocks.has(commitment)) add(period, commitment, tally);
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
