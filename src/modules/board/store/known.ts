import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import type { Pack } from '#rules/pack.ts';
import type { Viewer } from '../discretion.ts';
import { gather, spansOf } from '../gather.ts';
import type { Known } from '../measures.ts';
import type { Period } from '../period.ts';
import { latestSample, openReviewReasons } from './sample.ts';
import { loadTallies } from './tallies.ts';

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
  const spans = spansOf(period, viewer, day);
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
  return { ...gather([pack, ...earlier], spans, days, current, viewer), sample, reviewReasons };
}
