import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import type { Viewer } from '../discretion.ts';
import { type Counted, type CountedNow, type SpanTally, spansOf } from '../gather.ts';
import type { Period } from '../period.ts';
import { namedSeen } from './named-seen.ts';
import { loadTallies } from './tallies.ts';

const nowRow = z.object({ commitment: z.string(), ending: z.string(), number: z.number() });

/** What the board counts for a period, and in which spans of days. */
export interface CountedFor {
  readonly spans: readonly Counted[];
  readonly days: readonly SpanTally[];
  readonly current: readonly CountedNow[];
}

/**
 * What the board counts: the days from their summary, and today from what is kept of the promises and what has moved
 * since, so that what was kept a second ago counts. Whoever sees cases is told of those that their wall lets them see,
 * so that no figure moves with a case that is kept from them.
 */
export async function loadCounted(
  tx: Tx,
  office: Office,
  viewer: Viewer,
  period: Period,
): Promise<CountedFor> {
  const { organisation, now } = office;
  const day = today(office);
  const spans = spansOf(period, viewer, day);
  // From whoever sees figures only nothing is left out.
  const named = viewer === 'sees-cases' ? namedSeen(organisation) : sql`'{}'::uuid[]`;
  const [days, current] = await Promise.all([
    loadTallies(tx, organisation, viewer, spans),
    tx.rows(
      nowRow,
      sql`select commitment, ending, number from lintel.promises_now(${day}, ${now}, ${named})`,
    ),
  ]);
  return { spans, days, current };
}
