import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';

/**
 * Whoever saves the same form next waits until this transaction has ended, and then sees what it did.
 * @param form its address: of one case, of one person in it …
 */
export async function takeTurn(tx: Tx, organisation: OrganisationId, form: string): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`form ${organisation} ${form}`}, 0))`);
}
