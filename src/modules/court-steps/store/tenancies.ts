import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import { searchRegister } from '#modules/register/index.ts';
import type { OrganisationId } from '#rules/facts.ts';

const row = z.object({ reference: z.string(), found: z.string() });
/** A tenancy by its reference, with what it was found by. */
export type FoundTenancy = Readonly<z.infer<typeof row>>;

export interface Finder {
  readonly search: string;
  readonly tenancies: readonly FoundTenancy[];
  readonly more: boolean;
}

const shownAtMost = 20;

/**
 * Tenancies that run, by a name, an address or a reference. It tells nothing that was not typed but the reference: of
 * who is found by name, not where they live; of a home, not who lives there.
 */
export async function findTenancies(tx: Tx, organisation: OrganisationId, search: string): Promise<Finder> {
  const { people, homes } = await searchRegister(tx, organisation, search);
  const rows = await tx.rows(
    row,
    sql`select t.reference, trim(p.given_name || ' ' || p.family_name) as found
      from person p
        join tenant n on n.organisation_id = p.organisation_id and n.person_id = p.id and n.to_date is null
        join tenancy t on t.organisation_id = n.organisation_id and t.id = n.tenancy_id and t.ended_on is null
      where p.organisation_id = ${organisation} and p.id = any (${people.found.map(({ id }) => id)}::uuid[])
      union
      select t.reference, array_to_string(h.address_lines, ', ') as found
      from property h join tenancy t on t.organisation_id = h.organisation_id and t.property_id = h.id
        and t.ended_on is null
      where h.organisation_id = ${organisation} and h.id = any (${homes.found.map(({ id }) => id)}::uuid[])
      order by 2, 1 limit ${shownAtMost + 1}`,
  );
  const more = people.more || homes.more || rows.length > shownAtMost;
  return { search, tenancies: rows.slice(0, shownAtMost), more };
}
