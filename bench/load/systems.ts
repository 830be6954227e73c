import { createHash } from 'node:crypto';
import { each, uid } from './parts.ts';

/** Systems that ask, each bounded by itself. */
export const systems = 5;
/** Of so many homes that are asked about, one has a case, open or closed. */
export const homesPerCase = 50;
const secret = 's'.repeat(43);

/** What the nth system sends: of the bench, it guards nothing. */
export function tokenOf(organisation: string, system: string): string {
  return `${organisation}.${system}.${secret}`;
}

/** Other systems of the landlord; and homes whose tenants have no case, as nearly all have none. */
export const asking: readonly string[] = [
  `insert into hold_system (organisation_id, id, name, questions, contacts, asks_within, token_days, reason,
     proposed_at, decision, decided_at, decided_by)
   select org, ${uid('system')}, 'System ' || n, '{tenancy,person,address,uprn,list}',
     '{letter,text,email,phone,visit}', 1, 365, 'Bench', now(), 'approved', now(), ${uid('worker', '1')}
   ${each} where n <= ${systems}`,
  `insert into hold_token (organisation_id, system_id, hash, made_at, expires_at)
   select org, ${uid('system')}, '\\x${createHash('sha256').update(secret).digest('hex')}', now(),
     now() + interval '365 days' ${each} where n <= ${systems}`,
  `insert into property (organisation_id, id, reference, uprn, address_lines, postcode)
   select org, ${uid('quietHome')}, 'F' || n, (200000000000 + n)::text,
     array[(1 + n % 200) || ' ' || pg_temp.name(n / 7) || ' Court', 'Ashford'],
     'ME' || (1 + n % 90) || ' ' || (1 + n % 9) || 'AB' ${each}`,
  `insert into person (organisation_id, id, reference, given_name, family_name)
   select org, ${uid('quietPerson')}, 'Q' || n, pg_temp.name(n * 17 + 3), pg_temp.name(n * 3) ${each}`,
  `insert into tenancy (organisation_id, id, reference, property_id, tenure, tenancy_type, started_on)
   select org, ${uid('quietTenancy')}, 'Q' || n, ${uid('quietHome')}, 'general_needs', 'assured', date '2018-04-01'
     ${each}`,
  `insert into tenant (organisation_id, tenancy_id, person_id)
   select org, ${uid('quietTenancy')}, ${uid('quietPerson')} ${each}`,
];

/** The reference of a tenancy that a system asks about. */
export function askedAbout(n: number, cases: number): string {
  const nth = 1 + ((n * 7919) % cases);
  return n % homesPerCase === 0 ? `T${nth}` : `Q${nth}`;
}
