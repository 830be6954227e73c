import type { OrganisationId } from '#rules/facts.ts';
import { sql, type Tx } from './sql.ts';

/**
 * Whoever does the same next waits until this transaction has ended, and then sees what it did.
 * @param what of one landlord: the address of a form about one case, the rating of one case …
 */
export async function takeTurn(tx: Tx, organisation: OrganisationId, what: string): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`turn ${organisation} ${what}`}, 0))`);
}
