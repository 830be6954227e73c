import { z } from 'zod';
import { id, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, PersonId, PropertyId } from '#rules/facts.ts';
import type { AtHome } from '#rules/household.ts';

const row = z.object({ personId: id<PersonId>(), holds: z.boolean(), now: z.boolean() });

/** Who holds a home or held it, and who lives there or did, as far as the reader may know of each: ids alone. */
export function atHomeOf(
  tx: Tx,
  organisation: OrganisationId,
  propertyId: PropertyId,
  today: Temporal.PlainDate,
): Promise<readonly AtHome[]> {
  return tx.rows(
    row,
    sql`select n.person_id as "personId", true as holds, (n.to_date is null or n.to_date >= ${today})
        and (t.ended_on is null or t.ended_on >= ${today}) as now
      from tenancy t
      join tenant n on n.organisation_id = t.organisation_id and n.tenancy_id = t.id
      where t.organisation_id = ${organisation} and t.property_id = ${propertyId}
      union all
      select r.person_id, false, r.to_date is null or r.to_date >= ${today}
      from resident r where r.organisation_id = ${organisation} and r.property_id = ${propertyId}`,
  );
}
