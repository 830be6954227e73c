import type { Author } from '#kit/record.ts';
import { type Database, transact } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { confirm } from './confirm.ts';
import { waitingConfirmations } from './confirmations.ts';
import type { OneTimeLink } from './links.ts';
import { findMemberByEmail } from './staff.ts';

/**
 * `lintel confirm`: what waits for a colleague, confirmed by whoever runs the server, for a team whose only manager
 * cannot sign in. Recorded as the program's own. @returns how much waited, and the link where they need one
 */
export async function confirmForOperator(
  db: Database,
  organisation: OrganisationId,
  email: string,
  now: Temporal.Instant,
): Promise<{ readonly confirmed: number; readonly link: OneTimeLink | null }> {
  const author: Author = { organisation, staff: null, now };
  return transact(db, { organisation, system: true }, async (tx) => {
    const member = await findMemberByEmail(tx, organisation, email);
    const waiting = member ? await waitingConfirmations(tx, organisation, member.id) : [];
    let link: OneTimeLink | null = null;
    for (const asked of waiting) link = (await confirm(tx, author, asked))?.link ?? link;
    return { confirmed: waiting.length, link };
  });
}
