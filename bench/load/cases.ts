import { blockedOneIn, restrictedOneIn } from './numbers.ts';
import { each, isOpen, isPlanned, lead, opened, promiseDue, uid, workerNumber } from './parts.ts';

const restricted = `(n % ${restrictedOneIn} = 0)`;
/** Not from the first colleague, whose pages are measured. */
const blocked = `(n % ${blockedOneIn} = 0)`;
const shutOut = uid('worker', `(${workerNumber} % 19 + 2)`);
const level = `(array['high','medium','medium','medium','standard','standard','standard'])[1 + n / 20 % 7]`;

/** Cases: who is in them, who may see them, what was disclosed, how to reach the person, how high the risk is. */
export const cases: readonly string[] = [
  `insert into case_file (organisation_id, id, reference, state, opened_at, pack_id, pack_version, person_id,
     property_id, tenancy_id, lead_id, last_contact_at, next_due_at, closed_at, granted_staff, granted_roles,
     blocked_staff, risk_level, risk_level_at, risk_judged, plan_standing, plan_at, danger_asked_at, next_planned_at)
   select org, ${uid('case')}, 'C-' || lpad(n::text, 8, '0'), case when ${isOpen} then 'active' else 'closed' end,
     ${opened}, 'vivid-2023', '2023-10', ${uid('person')}, ${uid('property')}, ${uid('tenancy')}, ${lead},
     ${opened} + interval '2 hours',
     case when ${isOpen} then (select min(${promiseDue}) from generate_series(0, 2) r) end,
     case when not ${isOpen} then ${opened} + interval '60 days' end, array[${lead}],
     case when ${restricted} then '{}'::text[] else '{da_manager,da_worker}' end,
     case when ${blocked} then array[${shutOut}] else '{}'::uuid[] end, ${level}, ${opened} + interval '3 hours', true,
     case when ${isPlanned} then 'agreed' end, case when ${isPlanned} then ${opened} + interval '5 days' end,
     ${opened} + interval '2 hours', case when ${isPlanned} then now() + (1 + n % 9) * interval '1 day' end ${each}`,
  `insert into case_word (organisation_id, case_id, word)
   select org, ${uid('case')}, word ${each}, lintel.reference_words('C-' || lpad(n::text, 8, '0')) word
   on conflict do nothing`,
  `insert into case_access (organisation_id, id, case_id, role, reason, granted_at)
   select org, ${uid('access', 'n * 3 + r')}, ${uid('case')},
     (array['da_manager','da_worker'])[r + 1], 'the team', ${opened}
   ${each}, generate_series(0, 1) r where not ${restricted}`,
  `insert into case_access (organisation_id, id, case_id, staff_id, reason, granted_at)
   select org, ${uid('access', 'n * 3 + 2')}, ${uid('case')}, ${lead}, 'leads it', ${opened} ${each}`,
  `insert into case_conflict (organisation_id, id, case_id, staff_id, relation, reason, recorded_at)
   select org, ${uid('conflict')}, ${uid('case')}, ${shutOut}, 'neighbour', 'They live next door', ${opened}
   ${each} where ${blocked}`,
  `insert into case_person (organisation_id, id, case_id, person_id, part, added_at)
   select org, ${uid('casePerson', 'n * 2')}, ${uid('case')}, ${uid('person')}, 'at_risk', ${opened} ${each}`,
  `insert into case_person (organisation_id, id, case_id, described_as, part, connection, added_at)
   select org, ${uid('casePerson', 'n * 2 + 1')}, ${uid('case')}, 'A former partner', 'alleged_perpetrator',
     'intimate', ${opened} ${each}`,
  `insert into safe_contact (organisation_id, id, case_id, number, recorded_at, channel, value, times,
     may_text, agreed_with_person)
   select org, ${uid('safeContact')}, ${uid('case')}, 1, ${opened}, 'phone',
     '07700900' || lpad((n % 1000)::text, 3, '0'), 'Weekdays after ten', n % 2 = 0, true ${each}`,
  `insert into agreed_way (organisation_id, id, case_id, way_id, number, recorded_at, channel, name, value, shared,
     agreed_with_person)
   select org, ${uid('way')}, ${uid('case')}, ${uid('way')}, 1, ${opened}, 'email', 'Her e-mail',
     'p' || n || '@example.test', 'no', true ${each} where n % 5 = 0`,
  `insert into allocation (organisation_id, id, case_id, staff_id, allocated_at)
   select org, ${uid('allocation')}, ${uid('case')}, ${lead}, ${opened} ${each}`,
  `insert into disclosure (organisation_id, id, reference, received_at, recorded_at, route, told_by, verbatim,
     immediate_danger, case_id, triaged_at)
   select org, ${uid('disclosure')}, 'D-' || lpad(n::text, 8, '0'), ${opened}, ${opened}, 'phone', 'person',
     'He takes the keys when he goes out and counts the minutes until I am back.', 'no',
     ${uid('case')}, ${opened} ${each}`,
  `insert into risk_rating (organisation_id, id, case_id, number, level, indicated, how, reason, rated_at, rated_by,
     judged_at)
   select org, ${uid('rating')}, ${uid('case')}, 1, ${level}, ${level}, 'stated',
     'What was told and what the police shared point to it', ${opened} + interval '3 hours', ${lead},
     ${opened} + interval '3 hours' ${each}`,
];
