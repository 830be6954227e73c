import { caseload, casesPerWorker, noticesPerWorker, openOneIn, unreadOfThese } from './numbers.ts';
import { each, eachWorker, uid } from './parts.ts';

/** The nth open case of a worker, as a number. */
const theirs = `($2::bigint + ((w - 1 - $2::bigint / ${casesPerWorker})
  + (k % ${caseload}) * (($3::bigint - $2::bigint) / ${casesPerWorker})) * ${openOneIn})`;

/** What most pages only ask whether there is any of: notices, emergency access, what waits in triage. */
export const shares: readonly string[] = [
  `insert into notification (organisation_id, id, staff_id, at, kind, case_id, read_at)
   select org, ${uid('notice', `w * ${noticesPerWorker} + k`)}, ${uid('worker', 'w')}, now() - k * interval '5 hours',
     'allocated', ${uid('case', theirs)}, case when k > ${unreadOfThese} then now() - k * interval '4 hours' end
   ${eachWorker}, generate_series(1, ${noticesPerWorker}) k`,
  `insert into break_glass (organisation_id, id, staff_id, at, asked_by, reason, words, outcome, case_id, ends_at,
     ended_at)
   select org, ${uid('emergency', 'w')}, ${uid('worker', 'w')}, now() - w % 60 * interval '1 day', 'reference',
     'danger_now', 'She rang from the street and her worker is on leave', 'granted',
     ${uid('case', `($2::bigint + 1 + w % 1000)`)},
     now() - w % 60 * interval '1 day' + interval '1 hour', now() - w % 60 * interval '1 day' + interval '20 minutes'
   ${eachWorker} where w % 4 = 0`,
  `insert into disclosure (organisation_id, id, reference, received_at, recorded_at, route, told_by, verbatim,
     immediate_danger, person_name, blocked_staff)
   select org, ${uid('disclosure', '1000000000 + n')}, 'D-W' || lpad(n::text, 7, '0'), now() - interval '2 hours',
     now() - interval '2 hours', 'phone', 'person', 'I cannot go home tonight.', 'no', pg_temp.name(n * 3), '{}'
   ${each} where n % 1000 = 0`,
  `insert into disclosure_word (organisation_id, disclosure_id, word)
   select org, ${uid('disclosure', '1000000000 + n')}, word ${each}, lintel.words_of(pg_temp.name(n * 3)) word
   where n % 1000 = 0 on conflict do nothing`,
  `insert into obligation (organisation_id, id, commitment, pack_id, pack_version, disclosure_id, stops, started_at,
     due_at, escalate_at, next_look_at)
   select org, ${uid('obligation', '4000000000 + n')}, 'first-contact', 'vivid-2023', '2023-10',
     ${uid('disclosure', '1000000000 + n')}, '{contact.made}', now() - interval '2 hours', now() + interval '4 hours',
     array[now() + interval '4 hours'], now() + interval '4 hours' ${each} where n % 1000 = 0`,
];
