import { z } from 'zod';
import { type Sql, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { PropertySummary, TenancyTerms } from '../summary.ts';
import { asProperty, propertyColumns, propertyRow } from './properties.ts';

const row = propertyRow.extend({
  tenure: z.string().nullable(),
  tenancy_type: z.string().nullable(),
  tenants: z.number(),
});

export interface HomeOf {
  readonly home: PropertySummary;
  /** The terms on which it is held; null where no tenancy was named. */
  readonly tenancy: TenancyTerms | null;
}

/**
 * A home and the terms of one tenancy of it, whichever a query names, so that it can be sent beside that query.
 * @param of a query of one row and two columns, `property_id` and `tenancy_id`
 * @returns null where it names no home of this landlord
 */
export async function homeOf(tx: Tx, organisation: OrganisationId, of: Sql): Promise<HomeOf | null> {
  const found = await tx.maybe(
    row,
    sql`select ${propertyColumns}, t.tenure, t.tenancy_type, (select count(*) from tenant n
        where n.organisation_id = t.organisation_id and n.tenancy_id = t.id and n.to_date is null) as tenants
      from (${of}) named
      join property h on h.organisation_id = ${organisation} and h.id = named.property_id
      left join tenancy t on t.organisation_id = ${organisation} and t.id = named.tenancy_id
        and t.property_id = h.id`,
  );
  if (!found) return null;
  const { tenure, tenancy_type: tenancyType, tenants } = found;
  const tenancy =
    tenure === null || tenancyType === null ? null : { tenure, tenancyType, joint: tenants > 1 };
  return { home: asProperty(found), tenancy };
}
