import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { type Sql, sql, type Tx } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { Viewer } from '../discretion.ts';
import { type Counted, type CountedNow, type SpanTally, spansOf } from '../gather.ts';
import type { Period } from '../period.ts';
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
  const [days, current] = await Promise.all([
    loadTallies(tx, organisation, viewer, spans),
    tx.rows(
      nowRow,
      sql`select commitment, ending, number
        from lintel.promises_now(${day}, ${now}, ${namedSeen(organisation, viewer)})`,
    ),
  ]);
  return { spans, days, current };
}

/** What is kept to named people, the asker among them; from whoever sees figures only nothing is left out. */
function namedSeen(organisation: OrganisationId, viewer: Viewer): Sql {
  if (viewer === 'figures-only') return sql`'{}'::uuid[]`;
  return sql`array(select id from case_file
    where organisation_id = ${organisation} and id = any ((select lintel.named_to_me())::uuid[]))`;
}
