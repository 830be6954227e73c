import { z } from 'zod';
import type { Services } from '#kit/services.ts';
import { join, sql, transact } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';

/**
 * How long bytes without a row are kept: an upload that broke off leaves some, and so does a database that was put back
 * from a backup. There is time to notice the second before anything is lost.
 */
const keptFor = Temporal.Duration.from({ hours: 30 * 24 });

const row = z.object({ name: z.string() });

/** Every table whose rows say where bytes lie: a test holds these against the catalogue. */
export const tablesOfBytes = {
  kept_file: sql`select stored_as as name, organisation_id from kept_file`,
  shown_file: sql`select stored_as, organisation_id from shown_file`,
  evidence_pack: sql`select stored_as, organisation_id from evidence_pack`,
} as const;

const everyRow = join(Object.values(tablesOfBytes), ' union all ');

/** Takes away what lies in the store and has no row: nobody can open it any more. @returns how many */
export async function sweepStrays(services: Services, organisation: OrganisationId): Promise<number> {
  const before = services.now().subtract(keptFor);
  let gone = 0;
  for await (const { name, at } of services.files.store.list(organisation)) {
    if (Temporal.Instant.compare(at, before) >= 0) continue;
    const known = await transact(services.db, { organisation, system: true }, (tx) =>
      tx.maybe(
        row,
        sql`select name from (${everyRow}) lying where organisation_id = ${organisation} and name = ${name}`,
      ),
    );
    if (known) continue;
    await services.files.store.remove(name);
    gone += 1;
  }
  return gone;
}
