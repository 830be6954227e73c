import { z } from 'zod';
import type { OrganisationId } from '#rules/facts.ts';
import type { InForce } from '#rules/in-force.ts';
import type { PackShelf } from './services.ts';
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

const owedRow = z.object({ slug: z.string(), packId: z.string(), from: instant.nullable() });

/**
 * Policies that hold at a landlord's, or will from a moment on, and that are not on the shelf: without them nothing of
 * that landlord's can be served, some midnight when nobody looks.
 */
export async function policiesMissing(
  tx: Tx,
  { all }: Pick<PackShelf, 'all'>,
  now: Temporal.Instant,
): Promise<readonly z.infer<typeof owedRow>[]> {
  const owed = await tx.rows(
    owedRow,
    sql`select slug, lintel.pack_at(organisation_id, ${now}) as "packId", null::timestamptz as "from"
        from organisation
      union all
      select o.slug, f.pack_id, f.begins_at from policy_in_force f
        join organisation o on o.organisation_id = f.organisation_id
        where f.begins_at > ${now}
      order by 1, 3 nulls first`,
  );
  return owed.filter(({ packId }) => !all.some(({ id }) => id === packId));
}
