import { contactsPerCase, entriesOfLongCase, entriesPerCase, longCases } from './numbers.ts';
import { each, lead, opened, uid } from './parts.ts';

/** What is written about a case: entries, contacts, and who may be given an entry. */
export const chronology: readonly string[] = [
  `insert into case_entry (organisation_id, id, case_id, kind, happened_at, known_at, recorded_at, source, words)
   select org, ${uid('entry', `n * ${entriesPerCase} + e`)}, ${uid('case')}, 'note', ${opened} + e * interval '1 day',
     ${opened} + e * interval '1 day', ${opened} + e * interval '1 day', 'worker',
     'Called at the agreed time. She said the week had been calmer, that the new lock helps, '
     || 'and that she would like to talk about the school run next time.'
   ${each}, generate_series(0, ${entriesPerCase - 1}) e`,
  `insert into case_entry (organisation_id, id, case_id, kind, happened_at, known_at, recorded_at, source, words)
   select org, ${uid('longEntry', `n * ${entriesOfLongCase} + e`)}, ${uid('case')}, 'note',
     ${opened} + e * interval '7 hours',
     ${opened} + e * interval '7 hours', ${opened} + e * interval '7 hours', 'colleague',
     'Visit ' || e || ': the hall light works again, and Zoë from the café walks home with her. '
     || repeat('Nothing new since. ', e % 5)
   ${each}, generate_series(1, ${entriesOfLongCase - entriesPerCase}) e where n <= ${longCases}`,
  `insert into entry_audience (organisation_id, id, case_id, entry_id, number, disclosable_to, reason, decided_at)
   select org, ${uid('audience')}, ${uid('case')}, ${uid('entry', `n * ${entriesPerCase} + 1`)}, 1, '{person}',
     'Names where a neighbour works', ${opened} + interval '1 day' ${each} where n % 10 = 0`,
  `insert into contact (organisation_id, id, case_id, happened_at, recorded_at, recorded_by, channel, outcome,
     two_way_and_safe, may_suspect, safe_contact_id, notes, with_whom, begun_by, in_their_times, over)
   select org, ${uid('contact', `n * ${contactsPerCase} + k`)}, ${uid('case')},
     ${opened} + (2 + k * 50) * interval '1 hour',
     ${opened} + (2 + k * 50) * interval '1 hour', ${lead}, 'phone',
     (array['spoke_safely','no_answer','spoke_safely'])[k + 1], k <> 1, 'no', ${uid('safeContact')},
     'She is well, and has spoken to her sister about staying there.', case when k = 1 then 'nobody' else 'person' end,
     'us', 'yes', 'first'
   ${each}, generate_series(0, ${contactsPerCase - 1}) k`,
];
