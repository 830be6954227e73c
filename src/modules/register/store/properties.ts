import { z } from 'zod';
import { id, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, PropertyId } from '#rules/facts.ts';
import { type PropertySummary, shortAddress } from '../summary.ts';

export const propertyRow = z.object({
  id: id<PropertyId>(),
  reference: z.string(),
  uprn: z.string().nullable(),
  address_lines: z.array(z.string()),
  postcode: z.string(),
  local_authority: z.string(),
});

/** For `property h`. */
export const propertyColumns = sql`h.id, h.reference, h.uprn, h.address_lines, h.postcode, h.local_authority`;

export function asProperty(row: z.infer<typeof propertyRow>): PropertySummary {
  return {
    id: row.id,
    reference: row.reference,
    uprn: row.uprn,
    addressLines: row.address_lines,
    postcode: row.postcode,
    localAuthority: row.local_authority,
    address: shortAddress(row.address_lines, row.postcode),
  };
}

/** Null where there is no such home on this landlord's register. */
export async function propertySummary(
  tx: Tx,
  organisation: OrganisationId,
  propertyId: PropertyId,
): Promise<PropertySummary | null> {
  const row = await tx.maybe(
    propertyRow,
    sql`select ${propertyColumns} from property h where h.organisation_id = ${organisation} and h.id = ${propertyId}`,
  );
  return row && asProperty(row);
}
