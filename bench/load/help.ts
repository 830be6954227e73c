import { each, isOpen, lead, nth, opened, uid } from './parts.ts';

const today = 'current_date';
/** Of each open case so many things were offered; half of them were delivered, a third wait for their answer. */
const offers = 4;
const states = `('{taken,approved,ordered,delivered,confirmed}'::text[])[1 + (${nth} + k) % 5]`;
/** One open case in so many has action about whoever is feared; one in so many a referral that is not answered. */
const acted = `${isOpen} and ${nth} % 5 = 0`;
const referred = `${isOpen} and ${nth} % 3 = 0`;

/** What is done for people: what was offered and lent, housing options, referrals, action about whoever is feared. */
export const help: readonly string[] = [
  `insert into support_offer (organisation_id, id, case_id, kind, what, offered_on, recorded_at, recorded_by)
   select org, ${uid('offer', `n * ${offers} + k`)}, ${uid('case')},
     ('{food_voucher,counselling,da_service,household_items}'::text[])[1 + k], '', ${today} - 9, ${opened}, ${lead}
   ${each}, generate_series(0, ${offers - 1}) k where ${isOpen}`,
  `insert into support_step (organisation_id, id, case_id, offer_id, number, step, happened_on, recorded_at,
     recorded_by)
   select org, ${uid('offerStep', `n * ${offers} + k`)}, ${uid('case')}, ${uid('offer', `n * ${offers} + k`)}, 1,
     ${states}, ${today} - 8, ${opened}, ${lead} ${each}, generate_series(0, ${offers - 1}) k where ${isOpen}`,
  `insert into housing_situation (organisation_id, id, case_id, tenancy_type, holder, relation, children, wish,
     jurisdiction, recorded_at, recorded_by)
   select org, ${uid('situation')}, ${uid('case')}, 'assured', 'jointly', 'partner', 'yes', 'stay', 'england',
     ${opened}, ${lead} ${each} where ${isOpen}`,
  `insert into perpetrator_action (organisation_id, id, case_id, about_id, kind, what, proposed_by, proposed_at)
   select org, ${uid('feared')}, ${uid('case')}, ${uid('casePerson', 'n * 2 + 1')}, 'warning',
     'A letter about the tenancy', ${lead}, now() - interval '3 days' ${each} where ${acted}`,
  `insert into perpetrator_action_view (organisation_id, id, case_id, action_id, answer, fears, asker, way, words,
     asked_at, recorded_at, recorded_by)
   select org, ${uid('fearedView')}, ${uid('case')}, ${uid('feared')}, 'unsure', 'not_known', 'lead', 'phone',
     'I do not know yet', now() - interval '2 days', now() - interval '2 days', ${lead} ${each} where ${acted}`,
  `insert into safeguarding_referral (organisation_id, id, kind, about, case_id, promised_at, promised_by, begun_from,
     said)
   select org, ${uid('referral')}, 'child', '', ${uid('case')}, now() - interval '1 day', ${lead}, 'fact', 'prompted'
   ${each} where ${referred}`,
];
