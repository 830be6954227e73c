import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import type { Pack } from '#rules/pack.ts';
import type { Viewer } from '../discretion.ts';
import type { Known } from '../measures.ts';
import type { Period } from '../period.ts';
import { noneRunning, plus, type Running, type Tally, tallyOf } from '../tally.ts';
import { latestSample, openReviewReasons } from './sample.ts';
import { loadTallies, type SpanTally } from './tallies.ts';

const nowRow = z.object({ commitment: z.string(), ending: z.string(), number: z.number() });

/**
 * What the board needs to know, in queries side by side: the days from their summary, and today from the promises
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
  const [sample, reviewReasons, days, current] = await Promise.all([
    latestSample(tx, organisation, viewer),
    openReviewReasons(tx, organisation),
    loadTallies(tx, organisation, viewer, spans),
    tx.rows(
      nowRow,
      sql`select commitment, ending, number from lintel.promises_now(${midnight}, ${now},
          array(select id from walled_subject where organisation_id = ${organisation}))`,
    ),
  ]);
  return { ...gather([pack, ...earlier], days, current, withToday), sample, reviewReasons };
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
  for (const { commitment, span, tally } of days) {
    if (span === 1) add(before, commitment, tally);
    else if (span === 2 || !clocks.has(commitment)) add(period, commitment, tally);
  }
  for (const { commitment, ending, number } of current) {
    const owed = now.get(commitment) ?? noneRunning;
    if (ending === 'running' || ending === 'overdue')
      now.set(commitment, { ...owed, [ending]: owed[ending] + number });
    else if (withToday) add(period, commitment, tallyOf(ending, number));
  }
  return { period, before, now };
}

function add(tallies: Map<string, Tally>, commitment: string, tally: Tally): void {
  const sum = tallies.get(commitment);
  tallies.set(commitment, sum ? plus(sum, tally) : tally);
}
