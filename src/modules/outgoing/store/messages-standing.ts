import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { Purpose } from '#rules/purposes.ts';
import type { Count } from '../carriers.ts';

const row = z.object({
  channel: z.string(),
  state: z.string(),
  basis: z.string() as unknown as z.ZodType<Purpose | ''>,
  messages: z.number(),
});

/** How many messages stand how, for whoever sees no case. */
export function messagesStanding(tx: Tx, organisation: OrganisationId): Promise<readonly Count[]> {
  return tx.rows(
    row,
    sql`select channel, state, basis, messages::integer as messages from lintel.messages_standing(${organisation})`,
  );
}
