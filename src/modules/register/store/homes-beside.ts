import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { compact } from '../fold.ts';
import type { PropertySummary } from '../summary.ts';

const row = z.object({ addressLines: z.array(z.string()) });

/** The addresses of the other homes of the same postcode, by the words by which homes are found. */
export async function homesBeside(
  tx: Tx,
  organisation: OrganisationId,
  { id, postcode }: Pick<PropertySummary, 'id' | 'postcode'>,
): Promise<readonly (readonly string[])[]> {
  const found = await tx.rows(
    row,
    sql`select h.address_lines as "addressLines" from search_token t
      join property h on h.organisation_id = t.organisation_id and h.id = t.subject_id
      where t.organisation_id = ${organisation} and t.subject = 'property' and t.token = ${compact(postcode)}
        and h.id <> ${id} limit 200`,
  );
  return found.map(({ addressLines }) => addressLines);
}
