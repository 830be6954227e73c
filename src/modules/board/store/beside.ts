import { z } from 'zod';
import { plainDate, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { quartersOf } from '../closures.ts';
import type { Viewer } from '../discretion.ts';
import type { SampleFigures } from '../measures.ts';
import type { Days } from '../period.ts';

const row = z.object({
  month: plainDate.nullable(),
  agreed: z.number(),
  notAgreed: z.number(),
  waiting: z.number(),
  reviewReasons: z.number(),
  policyChanged: z.boolean(),
  closures: z.boolean(),
  laxerThresholds: z.boolean(),
});

/** What stands beside the figures; of what a landlord seldom has, whether there is any to ask for. */
export interface Beside {
  /** What was said of the latest sample of kept promises; null: none was drawn yet. */
  readonly sample: SampleFigures | null;
  /** How many reasons to review the policy sooner stand open. */
  readonly reviewReasons: number;
  /** Another policy has held, or will. */
  readonly policyChanged: boolean;
  /** Days were closed by the landlord's own decision, in a quarter that the period touches. */
  readonly closures: boolean;
  /** A local threshold was proposed by which fewer people are at high or medium risk. */
  readonly laxerThresholds: boolean;
}

/**
 * Asked in one statement. Of the sample, whoever sees cases counts those that their wall lets them see; whoever sees
 * figures only is told by a function that knows sums.
 */
export async function loadBeside(
  tx: Tx,
  organisation: OrganisationId,
  viewer: Viewer,
  period: Days,
): Promise<Beside> {
  const { from, to } = quartersOf(period);
  const { month, agreed, notAgreed, waiting, ...rest } = await tx.one(
    row,
    sql`select s.*, (select count(*) from policy_review_reason
          where organisation_id = ${organisation} and ended_at is null) as "reviewReasons",
        exists (select from policy_in_force where organisation_id = ${organisation}) as "policyChanged",
        exists (select from closed_day
          where organisation_id = ${organisation} and day between ${from} and ${to}) as closures,
        exists (select from risk_threshold
          where organisation_id = ${organisation} and needs_second) as "laxerThresholds"
      from (${sampled(organisation, viewer)}) s`,
  );
  return { ...rest, sample: month && { month, agreed, notAgreed, waiting } };
}

function sampled(organisation: OrganisationId, viewer: Viewer) {
  const latest = sql`(select max(month) as month from sample_draw where organisation_id = ${organisation})`;
  return viewer === 'sees-cases'
    ? sql`select d.month, count(*) filter (where p.answer = 'agreed') as agreed,
        count(*) filter (where p.answer = 'not_agreed') as "notAgreed",
        count(*) filter (where p.id is not null and p.answer is null) as waiting
      from ${latest} d left join promise_sample p on p.organisation_id = ${organisation} and p.month = d.month
      group by 1`
    : sql`select d.month, coalesce(t.agreed, 0) as agreed, coalesce(t.not_agreed, 0) as "notAgreed",
        coalesce(t.waiting, 0) as waiting
      from ${latest} d left join lintel.sample_totals(d.month) t on true`;
}
