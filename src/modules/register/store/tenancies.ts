import { z } from 'zod';
import { id, plainDate, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, PersonId, PropertyId, TenancyId } from '#rules/facts.ts';
import { shortAddress, type TenancySummary } from '../summary.ts';
import { visible } from '../visible.ts';

const row = z.object({
  id: id<TenancyId>(),
  reference: z.string(),
  property_id: id<PropertyId>(),
  address_lines: z.array(z.string()),
  postcode: z.string(),
  tenure: z.string(),
  tenancy_type: z.string(),
  started_on: plainDate.nullable(),
  ended_on: plainDate.nullable(),
  tenants: z.array(z.object({ id: id<PersonId>(), name: z.string() })),
});

export type TenanciesOf =
  | { readonly personId: PersonId; readonly propertyId?: undefined }
  | { readonly propertyId: PropertyId; readonly personId?: undefined };

/** The tenancies of a home, or those that a person holds or held; running ones first, then the latest. */
export async function tenanciesOf(
  tx: Tx,
  organisation: OrganisationId,
  of: TenanciesOf,
): Promise<readonly TenancySummary[]> {
  const which = of.personId
    ? sql`t.id in (select n.tenancy_id from tenant n
        where n.organisation_id = ${organisation} and n.person_id = ${of.personId})`
    : sql`t.property_id = ${of.propertyId}`;
  const rows = await tx.rows(
    row,
    sql`select t.id, t.reference, t.property_id, h.address_lines, h.postcode, t.tenure, t.tenancy_type, t.started_on,
        t.ended_on, coalesce((select json_agg(json_build_object('id', p.id,
            'name', trim(p.given_name || ' ' || p.family_name)) order by p.family_name, p.given_name, p.id)
          from tenant n join person p on p.organisation_id = n.organisation_id and p.id = n.person_id
          where n.organisation_id = t.organisation_id and n.tenancy_id = t.id and n.to_date is null), '[]') as tenants
      from tenancy t join property h on h.organisation_id = t.organisation_id and h.id = t.property_id
      where t.organisation_id = ${organisation} and ${which}
      order by t.ended_on desc nulls first, t.started_on desc nulls last, h.home_order, t.id limit 100`,
  );
  return rows.map((found) => ({
    id: found.id,
    reference: found.reference,
    propertyId: found.property_id,
    address: shortAddress(found.address_lines, found.postcode),
    tenure: found.tenure,
    tenancyType: found.tenancy_type,
    startedOn: found.started_on,
    endedOn: found.ended_on,
    joint: found.tenants.length > 1,
    tenants: found.tenants.map((tenant) => ({ ...tenant, name: visible(tenant.name) })),
  }));
}
