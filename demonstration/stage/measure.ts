import { z } from 'zod';
import type { Services } from '#kit/services.ts';
import { sql, transact } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';

/**
 * Tells the planner how much has been written so far: nothing else does before the transaction ends, and what it
 * planned for empty tables would read whole ones.
 */
export async function measure({ db }: Services, organisation: OrganisationId): Promise<void> {
  await transact(db, { organisation, system: true }, (tx) =>
    tx.rows(z.unknown(), sql`select lintel.measure_casework()`),
  );
}
