import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { HomeRow } from '../check-homes.ts';
import type { PersonRow } from '../check-people.ts';
import type { TenancyRow } from '../check-tenancies.ts';
import { compact } from '../fold.ts';
import type { Weighed } from '../verdict.ts';
import { bare, referencesIn } from './twins.ts';

const weighed = z.object({
  rows: z.number(),
  known: z.number(),
  bare: z.number(),
  elsewhere: z.number(),
  asked: z.number(),
});

/** How a batch of homes stands to the register; nothing is changed. */
export function weighHomes(
  tx: Tx,
  organisation: OrganisationId,
  homes: readonly HomeRow[],
  kept: ReadonlySet<string>,
): Promise<Weighed> {
  const hidden = referencesIn(kept);
  const incoming = homes.map((home) => ({
    reference: home.reference,
    previous: home.previousReference,
    bare: bare(home.reference),
    uprn: home.uprn,
    address_lines: home.addressLines,
    postcode: home.postcode,
  }));
  return tx.one(
    weighed,
    sql`select count(*)::integer as rows, count(k.id)::integer as known,
        count(*) filter (where k.id is null and b.stands)::integer as bare,
        count(*) filter (where k.id is null and (u.stands or a.stands))::integer as elsewhere,
        count(*) filter (where k.id is null)::integer as asked
      from json_to_recordset(${JSON.stringify(incoming)}::json) as i (reference text, previous text, bare text,
        uprn text, address_lines text[], postcode text)
      left join lateral (select p.id from property p where p.organisation_id = ${organisation}
        and p.reference = any (array[i.reference, nullif(i.previous, '')]) limit 1) k on true
      left join lateral (select true as stands from property p where p.organisation_id = ${organisation}
        and p.bare_reference = i.bare and i.bare <> ''
          and p.reference <> all (${hidden}::text[]) limit 1) b on k.id is null
      left join lateral (select true as stands from property p where p.organisation_id = ${organisation}
        and p.uprn = i.uprn
        and p.reference <> all (${hidden}::text[]) limit 1) u on k.id is null
      left join lateral (select true as stands from property p where p.organisation_id = ${organisation}
        and p.same_home = lintel.home_key(i.address_lines, i.postcode)
        and p.reference <> all (${hidden}::text[]) limit 1) a on k.id is null`,
  );
}

/** So many of a batch are sought by name and birthday: enough to judge a file by. */
const soughtAtMost = 100;

/** How a batch of people stands to the register, with some of them sought by name and birthday. */
export function weighPeople(
  tx: Tx,
  organisation: OrganisationId,
  people: readonly PersonRow[],
  kept: ReadonlySet<string>,
): Promise<Weighed> {
  const hidden = referencesIn(kept);
  const sought = people.filter(({ dateOfBirth, familyName }) => dateOfBirth && familyName !== '');
  const asked = new Set(sought.slice(0, soughtAtMost));
  const incoming = people.map((person) => ({
    reference: person.reference,
    previous: person.previousReference,
    bare: bare(person.reference),
    given: person.givenName.toLowerCase(),
    family: compact(person.familyName),
    born: asked.has(person) ? (person.dateOfBirth?.toString() ?? null) : null,
  }));
  return tx.one(
    weighed,
    sql`select count(*)::integer as rows, count(k.id)::integer as known,
        count(*) filter (where k.id is null and b.stands)::integer as bare,
        count(*) filter (where k.id is null and n.stands)::integer as elsewhere,
        count(*) filter (where k.id is null and i.born is not null)::integer as asked
      from json_to_recordset(${JSON.stringify(incoming)}::json) as i (reference text, previous text, bare text,
        given text, family text, born date)
      left join lateral (select p.id from person p where p.organisation_id = ${organisation}
        and p.reference = any (array[i.reference, nullif(i.previous, '')]) limit 1) k on true
      left join lateral (select true as stands from person p where p.organisation_id = ${organisation}
        and p.bare_reference = i.bare and i.bare <> ''
          and p.reference <> all (${hidden}::text[]) limit 1) b on k.id is null
      left join lateral (select true as stands from search_token t
        join person p on p.organisation_id = t.organisation_id and p.id = t.subject_id
        where t.organisation_id = ${organisation} and t.subject = 'person' and t.token = i.family
          and p.date_of_birth = i.born and lower(p.given_name) = i.given
          and p.reference <> all (${hidden}::text[]) limit 1) n
        on k.id is null and i.born is not null`,
  );
}

/** How a batch of tenancies stands to the register: their references alone. */
export function weighTenancies(
  tx: Tx,
  organisation: OrganisationId,
  tenancies: readonly TenancyRow[],
  kept: ReadonlySet<string>,
): Promise<Weighed> {
  const hidden = referencesIn(kept);
  const incoming = tenancies.map(({ reference, homeReference, startedOn }) => ({
    reference,
    bare: bare(reference),
    home: homeReference,
    started: startedOn?.toString() ?? null,
  }));
  return tx.one(
    weighed,
    sql`select count(*)::integer as rows, count(k.id)::integer as known,
        count(*) filter (where k.id is null and b.stands)::integer as bare,
        count(*) filter (where k.id is null and s.stands)::integer as elsewhere,
        count(*) filter (where k.id is null and i.started is not null)::integer as asked
      from json_to_recordset(${JSON.stringify(incoming)}::json) as i (reference text, bare text, home text,
        started date)
      left join tenancy k on k.organisation_id = ${organisation} and k.reference = i.reference
      left join lateral (select true as stands from tenancy t where t.organisation_id = ${organisation}
        and t.bare_reference = i.bare and i.bare <> ''
          and t.reference <> all (${hidden}::text[]) limit 1) b on k.id is null
      left join lateral (select true as stands from property p
        join tenancy t on t.organisation_id = p.organisation_id and t.property_id = p.id
        where p.organisation_id = ${organisation} and p.reference = i.home and t.started_on = i.started
          and t.reference <> all (${hidden}::text[]) limit 1) s
        on k.id is null and i.started is not null`,
  );
}
