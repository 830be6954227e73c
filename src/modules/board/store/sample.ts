import { z } from 'zod';
import { plainDate, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { Viewer } from '../discretion.ts';
import type { SampleFigures } from '../measures.ts';

const row = z.object({ month: plainDate, agreed: z.number(), notAgreed: z.number(), waiting: z.number() });

/**
 * What was said of the latest sample of kept promises. Whoever sees cases counts those that their wall lets them see;
 * whoever sees figures only is told by a function that knows sums. Null: none was drawn yet.
 */
export function latestSample(
  tx: Tx,
  organisation: OrganisationId,
  viewer: Viewer,
): Promise<SampleFigures | null> {
  const latest = sql`(select max(month) as month from sample_draw where organisation_id = ${organisation})`;
  return tx.maybe(
    row,
    viewer === 'sees-cases'
      ? sql`select d.month, count(*) filter (where p.answer = 'agreed') as agreed,
          count(*) filter (where p.answer = 'not_agreed') as "notAgreed",
          count(*) filter (where p.id is not null and p.answer is null) as waiting
        from ${latest} d left join promise_sample p on p.organisation_id = ${organisation} and p.month = d.month
        where d.month is not null group by 1`
      : sql`select d.month, t.agreed, t.not_agreed as "notAgreed", t.waiting
        from ${latest} d, lintel.sample_totals(d.month) t where d.month is not null`,
  );
}

/** How many reasons to review the policy sooner stand open. */
export async function openReviewReasons(tx: Tx, organisation: OrganisationId): Promise<number> {
  const { open } = await tx.one(
    z.object({ open: z.number() }),
    sql`select count(*) as open from policy_review_reason
      where organisation_id = ${organisation} and ended_at is null`,
  );
  return open;
}
