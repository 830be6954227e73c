import { sql } from '#kit/sql.ts';

/** Of a referral `r`: what standingOf says, for as long as it is open. */
const counts = sql`not exists (select from safeguarding_step x where x.organisation_id = s.organisation_id
  and x.strikes_id = s.id)`;
const wasMade = sql`exists (select from safeguarding_step s where s.organisation_id = r.organisation_id
  and s.referral_id = r.id and s.step = 'made' and ${counts})`;
const undecided = sql`(r.said = 'prompted' and not exists (select from safeguarding_decision d
    where d.organisation_id = r.organisation_id and d.referral_id = r.id and d.decision = 'refer')
  and not exists (select from safeguarding_no_referral n where n.organisation_id = r.organisation_id
    and n.referral_id = r.id and n.decision = 'declined'))`;
const waits = sql`exists (select from safeguarding_no_referral n where n.organisation_id = r.organisation_id
  and n.referral_id = r.id and n.decision is null)`;
export const isOpen = sql`not exists (select from safeguarding_step s where s.organisation_id = r.organisation_id
    and s.referral_id = r.id and s.step = 'answered' and s.answer <> 'more_asked'
    and ${counts})
  and (${wasMade} or not exists (select from safeguarding_no_referral n where n.organisation_id = r.organisation_id
    and n.referral_id = r.id and n.decision = 'approved'
    and not exists (select from safeguarding_decision d where d.organisation_id = r.organisation_id
      and d.referral_id = r.id and d.decision = 'refer' and d.decided_at > n.proposed_at)))`;

/** Of one that is open. */
export const standingNow = sql`case when ${wasMade} then 'to_answer' when ${waits} then 'to_decide'
  when ${undecided} then 'undecided' else 'to_make' end`;

/** When the first of what is owed about it is due; null: nothing runs any more. */
export const dueAt = sql`(select min(o.due_at) from obligation o where o.organisation_id = r.organisation_id
  and (o.case_id = r.case_id or o.disclosure_id = r.disclosure_id)
  and (o.outcome is null or (o.outcome = 'breached' and o.fulfilled_at is null))
  and (o.subject_id = r.id or o.subject_id in (select s.id from safeguarding_step s
    where s.organisation_id = r.organisation_id and s.referral_id = r.id)))`;
