import { z } from 'zod';
import type { OrganisationId } from '#rules/facts.ts';
import type { InForce } from '#rules/in-force.ts';
import { instant, sql, type Tx } from './sql.ts';

const row = z.object({ packId: z.string(), from: instant.nullable() });

/** Every policy that a landlord has had or will have, as they begin: what `lintel.pack_at` chooses from. */
export function policiesOf(tx: Tx, organisation: OrganisationId): Promise<readonly InForce[]> {
  return tx.rows(
    row,
    sql`select pack_id as "packId", null::timestamptz as "from", null::timestamptz as decided, null::uuid as id
        from organisation where organisation_id = ${organisation}
      union all
      select pack_id, begins_at, decided_at, change_id from policy_in_force where organisation_id = ${organisation}
      order by 2 nulls first, 3, 4`,
  );
}
