import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import type { Viewer } from '../discretion.ts';
import { type Counted, type CountedNow, type SpanTally, spansOf } from '../gather.ts';
import type { Period } from '../period.ts';
import { namedSeen } from './named-seen.ts';
import { spanTally, sumRow, sumsIn } from './tallies.ts';

/** What the board counts for a period, and in which spans of days. */
export interface CountedFor {
  readonly spans: readonly Counted[];
  readonly days: readonly SpanTally[];
  readonly current: readonly CountedNow[];
}

/**
 * What the board counts: the days from their summary, and today from what is kept of the promises and what has moved
 * since, so that what was kept a second ago counts. Whoever sees cases is told of those that their wall lets them see,
 * so that no figure moves with a case that is kept from them. One statement, as both ask which cases name the asker.
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
  const rows = await tx.rows(
    sumRow,
    sql`with named as materialized (select ${namedSeen(organisation, viewer)} as ids)
      select 0 as span, commitment, ending, number
      from lintel.promises_now(${day}, ${now}, (select ids from named))
      union all
      select span, commitment, ending, number from ${sumsIn(viewer, spans, sql`(select ids from named)`)}`,
  );
  return {
    spans,
    days: rows.filter(({ span }) => span > 0).map((each) => spanTally(viewer, each)),
    current: rows.filter(({ span }) => span === 0),
  };
}
