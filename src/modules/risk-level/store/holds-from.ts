import { sql } from '#kit/sql.ts';

/** Since when a `risk_threshold p` holds: what two people agreed to, from the day on which they did at the earliest. */
export const holdsFrom = sql`case when p.decision = 'approved'
    then greatest(p.effective_from, (p.decided_at at time zone 'Europe/London')::date)
    else p.effective_from end`;
