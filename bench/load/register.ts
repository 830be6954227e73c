import { each, eachWorker, uid } from './parts.ts';

/** Colleagues, homes, people and tenancies, and the words by which they are found. */
export const register: readonly string[] = [
  `insert into staff (organisation_id, id, email, name, roles, invited_at, enrolled_at)
   select org, ${uid('worker', 'w')}, 'worker' || w || '@example.test', 'Worker ' || w,
     case when w % 10 = 1 then '{da_worker,da_manager}'::text[] else '{da_worker}' end, now(), now() ${eachWorker}`,
  `insert into property (organisation_id, id, reference, uprn, address_lines, postcode)
   select org, ${uid('property')}, 'H' || n, (100000000000 + n)::text,
     array[(1 + n % 200) || ' ' || pg_temp.name(n / 7) || ' Road', 'Ashford'],
     'TN' || (1 + n % 90) || ' ' || (1 + n % 9) || 'AB' ${each}`,
  `insert into person (organisation_id, id, reference, given_name, family_name, date_of_birth, phones)
   select org, ${uid('person')}, 'P' || n, pg_temp.name(n * 13 + 5), pg_temp.name(n),
     date '1950-01-01' + (n % 18000)::int, array['+447700900' || lpad((n % 1000)::text, 3, '0')] ${each}`,
  `insert into search_token (organisation_id, subject, token, subject_id)
   select distinct org, 'person', token, ${uid('person')} ${each},
     lateral unnest(array[lower(pg_temp.name(n)), lower(pg_temp.name(n * 13 + 5)), 'p' || n]) token`,
  `insert into search_token (organisation_id, subject, token, subject_id, home_order)
   select distinct org, 'property', token, h.id, h.home_order ${each}, property h,
     lateral unnest(array[lower(pg_temp.name(n / 7)), (100000000000 + n)::text, 'h' || n]) token
   where h.organisation_id = org and h.id = ${uid('property')}`,
  `insert into search_word (organisation_id, token)
   select distinct org, lower(pg_temp.name(n)) ${each} on conflict do nothing`,
  `insert into tenancy (organisation_id, id, reference, property_id, tenure, tenancy_type, started_on)
   select org, ${uid('tenancy')}, 'T' || n, ${uid('property')}, 'general_needs', 'assured', date '2018-04-01' ${each}`,
  `insert into tenant (organisation_id, tenancy_id, person_id)
   select org, ${uid('tenancy')}, ${uid('person')} ${each}`,
  `insert into resident (organisation_id, property_id, person_id)
   select org, ${uid('property')}, ${uid('person')} ${each}`,
];
