import { type Sql, sql } from '#kit/sql.ts';
import { consentDays } from '#rules/consent.ts';

/** The day on which it is asked, and the zone in which days begin. */
export interface OnDay {
  readonly today: Temporal.PlainDate;
  readonly timeZone: string;
}

/**
 * Of a case as `c`: a yes to share that is stale, or soon will be (`standingOf`, `endsSoon`), and about which nobody
 * has asked again. An answer about all of the same, a withdrawal, or an agency that has no part any more ends it.
 */
export function consentAsks({ today, timeZone }: OnDay): Sql {
  const given = sql`(y.given_at at time zone ${timeZone})::date`;
  const { usual, most, ahead } = consentDays;
  const changed = (change: string) => sql`exists (select from consent_change x
    where x.organisation_id = y.organisation_id and x.consent_id = y.id and x.change = ${change})`;
  return sql`exists (select from consent y
    join share_recipient r on r.organisation_id = y.organisation_id and r.id = y.recipient_id and r.ended_at is null
    where y.organisation_id = c.organisation_id and y.case_id = c.id and y.answer = 'given'
      and not ${changed('withdrawn')}
      and not exists (select from consent z where z.organisation_id = y.organisation_id and z.case_id = y.case_id
        and z.recipient_id = y.recipient_id and z.purpose = y.purpose and z.kinds @> y.kinds
        and (z.given_at, z.recorded_at) > (y.given_at, y.recorded_at))
      and (least(coalesce(y.until, ${given} + ${usual}::integer), ${given} + ${most}::integer)
          <= ${today}::date + ${ahead}::integer
        or ${changed('unsure')}
        or exists (select from case_closing k where k.organisation_id = y.organisation_id and k.case_id = y.case_id
          and k.decision in ('signed', 'not_needed') and k.decided_at >= y.given_at)))`;
}
