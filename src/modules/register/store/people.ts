import { z } from 'zod';
import { id, plainDate, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, PersonId } from '#rules/facts.ts';
import { type PersonSummary, shortAddress } from '../summary.ts';
import { visible } from '../visible.ts';

export const personRow = z.object({
  id: id<PersonId>(),
  given_name: z.string(),
  family_name: z.string(),
  date_of_birth: plainDate.nullable(),
  reference: z.string().nullable(),
  address_lines: z.array(z.string()).nullable(),
  postcode: z.string().nullable(),
});

/** For `person p` with `currentAddress`. */
export const personColumns = sql`p.id, p.given_name, p.family_name, p.date_of_birth, p.reference,
  a.address_lines, a.postcode`;

/** The home where somebody lives now, the latest first; else the one that they hold a tenancy of. */
export function currentAddress(organisation: OrganisationId): Sql {
  return sql`left join lateral (
    select h.address_lines, h.postcode from (
      (select r.property_id, 0 as place, r.from_date as since from resident r
        where r.organisation_id = ${organisation} and r.person_id = p.id and r.to_date is null)
      union all
      (select t.property_id, 1, t.started_on from tenant n
        join tenancy t on t.organisation_id = n.organisation_id and t.id = n.tenancy_id
        where n.organisation_id = ${organisation} and n.person_id = p.id and n.to_date is null and t.ended_on is null)
      order by place, since desc nulls last limit 1) l
    join property h on h.organisation_id = ${organisation} and h.id = l.property_id) a on true`;
}

export function asPerson(row: z.infer<typeof personRow>): PersonSummary {
  return {
    id: row.id,
    name: fullName(row.given_name, row.family_name),
    dateOfBirth: row.date_of_birth,
    reference: row.reference,
    address:
      row.address_lines && row.postcode !== null ? shortAddress(row.address_lines, row.postcode) : null,
  };
}

/** As it is shown, of whoever was recorded before names were cleaned too. */
export function fullName(givenName: string, familyName: string): string {
  return visible(`${givenName} ${familyName}`);
}

/** Null where there is no such person on this landlord's register. */
export async function personSummary(
  tx: Tx,
  organisation: OrganisationId,
  personId: PersonId,
): Promise<PersonSummary | null> {
  const [found] = await personSummaries(tx, organisation, [personId]);
  return found ?? null;
}

/** In the order of the ids; those not on the register are left out. */
export async function personSummaries(
  tx: Tx,
  organisation: OrganisationId,
  ids: readonly PersonId[],
): Promise<readonly PersonSummary[]> {
  if (ids.length === 0) return [];
  const rows = await tx.rows(
    personRow,
    sql`select ${personColumns} from unnest(${ids}::uuid[]) with ordinality as w (id, place)
      join person p on p.organisation_id = ${organisation} and p.id = w.id
      ${currentAddress(organisation)} order by w.place`,
  );
  return rows.map(asPerson);
}
