import type pg from 'pg';
import { newId } from '#kit/ids.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';

/** The landlord that is measured: one organisation, a team of workers, everything else as many as there are cases. */
export interface Landlord {
  readonly organisation: OrganisationId;
  readonly workers: readonly StaffId[];
}

const teamSize = 20;
const entriesPerCase = 30;
/** The first cases have lasted for years. */
export const longCases = 40;
export const entriesOfLongCase = 500;
const openShare = 0.05;

/** Makes the landlord and its team, as the database's owner. */
export async function addLandlord(owner: pg.Pool): Promise<Landlord> {
  const organisation = newId<OrganisationId>();
  await owner.query(
    `insert into organisation (organisation_id, slug, name, pack_id, created_at)
     values ($1, 'bench', 'Bench Homes', 'vivid-2023', now())`,
    [organisation],
  );
  const workers = Array.from({ length: teamSize }, () => newId<StaffId>());
  await owner.query(
    `insert into staff (organisation_id, id, email, name, roles, invited_at, enrolled_at)
     select $1, id, 'worker' || n || '@example.test', 'Worker ' || n, '{da_worker,da_manager}', now(), now()
     from unnest($2::uuid[]) with ordinality as w (id, n)`,
    [organisation, workers],
  );
  return { organisation, workers };
}

/**
 * Loads cases numbered from `from` (not included) to `to`, straight into the database: a person, a home, a
 * tenancy, a disclosure, a promise, people, contact details and 30 chronology entries each. Ids are made from
 * the number, so that a thing's id is known without asking.
 */
export async function loadCases(
  owner: pg.Pool,
  { organisation, workers }: Landlord,
  from: number,
  to: number,
): Promise<void> {
  const client = await owner.connect();
  try {
    // Triggers and foreign keys are as true for rows made like this as for any; checking each costs most of the time.
    await client.query('set session_replication_role = replica');
    await client.query(`create or replace function pg_temp.uid(kind int, n bigint)
      returns uuid language sql immutable as
      $$ select (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$`);
    await client.query(`create or replace function pg_temp.name(n bigint) returns text language sql immutable as
      $$ select initcap((array['ash','birch','cal','dor','el','fen','gar','hol','ing','jes','kel','lang',
          'mar','nor','oak','pen','quin','ros','stan','thorn'])[1 + n % 20]
        || (array['bury','croft','den','field','ford','ham','leigh','ley','man','ridge','shaw','son',
          'ston','thorpe','ton','well','wick','wood','worth','yard'])[1 + n / 20 % 20]
        || (array['','e','s','er'])[1 + n / 400 % 4]) $$`);
    for (const statement of statements) await client.query(statement, [organisation, workers, from + 1, to]);
    await client.query('set session_replication_role = origin');
  } finally {
    client.release();
  }
}

const cases = `from generate_series($3::bigint, $4::bigint) n, (select $1::uuid org, $2::uuid[] team) given`;
/** Cases are spread evenly over a year; the newest twentieth is open. */
const opened = `(now() - (($4 - n) * interval '1 year' / greatest($4 - $3 + 1, 1)) - interval '1 hour')`;
const isOpen = `(n % ${Math.round(1 / openShare)} = 0)`;
/** Open cases are shared out like all others. */
const lead = `given.team[1 + n / ${Math.round(1 / openShare)} % ${teamSize}]`;

const statements: readonly string[] = [
  `insert into property (organisation_id, id, reference, uprn, address_lines, postcode)
   select org, pg_temp.uid(1, n), 'H' || n, (100000000000 + n)::text,
     array[(1 + n % 200) || ' ' || pg_temp.name(n / 7) || ' Road', 'Ashford'],
     'TN' || (1 + n % 90) || ' ' || (1 + n % 9) || 'AB' ${cases}`,
  `insert into person (organisation_id, id, reference, given_name, family_name, date_of_birth, phones)
   select org, pg_temp.uid(2, n), 'P' || n, pg_temp.name(n * 13 + 5), pg_temp.name(n),
     date '1950-01-01' + (n % 18000)::int, array['+447700900' || lpad((n % 1000)::text, 3, '0')] ${cases}`,
  `insert into search_token (organisation_id, subject, token, subject_id)
   select distinct org, 'person', token, pg_temp.uid(2, n) ${cases},
     lateral unnest(array[lower(pg_temp.name(n)), lower(pg_temp.name(n * 13 + 5)), 'p' || n]) token
   union all select distinct org, 'property', token, pg_temp.uid(1, n) ${cases},
     lateral unnest(array[lower(pg_temp.name(n / 7)), (100000000000 + n)::text, 'h' || n]) token`,
  `insert into search_word (organisation_id, token)
   select distinct org, lower(pg_temp.name(n)) ${cases} on conflict do nothing`,
  `insert into tenancy (organisation_id, id, reference, property_id, tenure, tenancy_type, started_on)
   select org, pg_temp.uid(3, n), 'T' || n, pg_temp.uid(1, n), 'general_needs', 'assured', date '2018-04-01' ${cases}`,
  `insert into tenant (organisation_id, tenancy_id, person_id)
   select org, pg_temp.uid(3, n), pg_temp.uid(2, n) ${cases}`,
  `insert into resident (organisation_id, property_id, person_id)
   select org, pg_temp.uid(1, n), pg_temp.uid(2, n) ${cases}`,
  `insert into case_file (organisation_id, id, reference, state, opened_at, pack_id, pack_version, person_id,
     property_id, tenancy_id, lead_id, last_contact_at, next_due_at, closed_at, granted_staff, granted_roles)
   select org, pg_temp.uid(4, n), 'C-' || lpad(n::text, 8, '0'), case when ${isOpen} then 'contacted' else 'closed' end,
     ${opened}, 'vivid-2023', '2023-10', pg_temp.uid(2, n), pg_temp.uid(1, n), pg_temp.uid(3, n), ${lead},
     ${opened} + interval '2 hours', case when ${isOpen} then ${opened} + interval '3 days' end,
     case when not ${isOpen} then ${opened} + interval '60 days' end, array[${lead}],
     '{da_manager,da_worker}' ${cases}`,
  `insert into case_access (organisation_id, id, case_id, role, reason, granted_at)
   select org, pg_temp.uid(5, n * 2 + r), pg_temp.uid(4, n),
     (array['da_manager','da_worker'])[r + 1], 'the team', ${opened}
   ${cases}, generate_series(0, 1) r`,
  `insert into case_person (organisation_id, id, case_id, person_id, part, added_at)
   select org, pg_temp.uid(6, n * 2), pg_temp.uid(4, n), pg_temp.uid(2, n), 'at_risk', ${opened} ${cases}`,
  `insert into case_person (organisation_id, id, case_id, described_as, part, connection, added_at)
   select org, pg_temp.uid(6, n * 2 + 1), pg_temp.uid(4, n), 'A former partner', 'alleged_perpetrator',
     'intimate', ${opened} ${cases}`,
  `insert into safe_contact (organisation_id, id, case_id, number, recorded_at, channel, value, times,
     may_text, agreed_with_person)
   select org, pg_temp.uid(7, n), pg_temp.uid(4, n), 1, ${opened}, 'phone',
     '07700900' || lpad((n % 1000)::text, 3, '0'), 'Weekdays after ten', n % 2 = 0, true ${cases}`,
  `insert into allocation (organisation_id, id, case_id, staff_id, allocated_at)
   select org, pg_temp.uid(8, n), pg_temp.uid(4, n), ${lead}, ${opened} ${cases}`,
  `insert into disclosure (organisation_id, id, reference, received_at, recorded_at, route, told_by, verbatim,
     immediate_danger, case_id, triaged_at)
   select org, pg_temp.uid(9, n), 'D-' || lpad(n::text, 8, '0'), ${opened}, ${opened}, 'phone', 'person',
     'He takes the keys when he goes out and counts the minutes until I am back.', 'no',
     pg_temp.uid(4, n), ${opened} ${cases}`,
  `insert into obligation (organisation_id, id, commitment, pack_id, pack_version, disclosure_id, case_id,
     stops, started_at, due_at, escalate_at, outcome, ended_at, fulfilled_at)
   select org, pg_temp.uid(10, n), 'first-contact', 'vivid-2023', '2023-10', pg_temp.uid(9, n), pg_temp.uid(4, n),
     '{contact.made}', ${opened}, ${opened} + interval '6 hours', array[${opened} + interval '6 hours'],
     case when n % 17 = 0 then 'breached' else 'met' end, ${opened} + interval '5 hours',
     ${opened} + interval '5 hours' ${cases}`,
  `insert into case_entry (organisation_id, id, case_id, kind, happened_at, known_at, recorded_at, source, words)
   select org, pg_temp.uid(11, n * ${entriesPerCase} + e), pg_temp.uid(4, n), 'note', ${opened} + e * interval '1 day',
     ${opened} + e * interval '1 day', ${opened} + e * interval '1 day', 'worker',
     'Called at the agreed time. She said the week had been calmer, that the new lock helps, '
     || 'and that she would like to talk about the school run next time.'
   ${cases}, generate_series(0, ${entriesPerCase - 1}) e`,
  // A task in each of the newest open cases: as many as a worker has before them.
  `insert into task (organisation_id, id, case_id, owner_id, what, from_page, due_on, added_at)
   select org, pg_temp.uid(12, n), pg_temp.uid(4, n), ${lead}, 'Ring the school about collection', 'case',
     current_date + (n / 20 % 25)::int - 5, ${opened} ${cases} where ${isOpen} and n > $4 - 500`,
  `insert into case_entry (organisation_id, id, case_id, kind, happened_at, known_at, recorded_at, source, words)
   select org, pg_temp.uid(12, n * ${entriesOfLongCase} + e), pg_temp.uid(4, n), 'note',
     ${opened} + e * interval '7 hours',
     ${opened} + e * interval '7 hours', ${opened} + e * interval '7 hours', 'colleague',
     'Visit ' || e || ': the hall light works again, and Zoë from the café walks home with her. '
     || repeat('Nothing new since. ', e % 5)
   ${cases}, generate_series(1, ${entriesOfLongCase - entriesPerCase}) e where n <= ${longCases}`,
  `insert into promise_day (organisation_id, commitment, day, wall, ending, number)
   select organisation_id, commitment, (ended_at at time zone 'Europe/London')::date,
     '00000000-0000-0000-0000-000000000000', lintel.ending(outcome, at_birth, late, ended_why), count(*)
   from obligation where organisation_id = $1 and outcome is not null and $2::uuid[] is not null
     and $3::bigint <= $4::bigint group by 1, 2, 3, 5
   on conflict (organisation_id, commitment, day, wall, ending) do update set number = excluded.number`,
];

/** The id of the nth thing of a kind, as `loadCases` made it. */
export function caseId(n: number): string {
  return `00000004-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}
