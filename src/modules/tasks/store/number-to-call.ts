import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';

const row = z.object({ somebodys: z.boolean() });

/** Whether the number that messages give is known to be somebody’s by now. */
export async function numberIsSomebodys(tx: Tx, organisation: OrganisationId): Promise<boolean> {
  const { somebodys } = await tx.one(
    row,
    sql`select exists (select from sender_somebodys w
        join message_sender m on m.organisation_id = w.organisation_id and m.id = w.sender_id and m.ended_at is null
      where w.organisation_id = ${organisation} and w.over_at is null) as somebodys`,
  );
  return somebodys;
}
