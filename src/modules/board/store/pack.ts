import { z } from 'zod';
import type { Services } from '#kit/services.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';

/** The policy under which an organisation works now. */
export async function packOf(tx: Tx, services: Services, organisation: OrganisationId): Promise<Pack> {
  const { packId } = await tx.one(
    z.object({ packId: z.string() }),
    sql`select pack_id as "packId" from organisation where organisation_id = ${organisation}`,
  );
  return services.packs.find(packId);
}
