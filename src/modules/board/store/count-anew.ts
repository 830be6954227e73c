import { officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { sql, transact } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import type { OrganisationId } from '#rules/facts.ts';

/**
 * Counts the promises anew, where one has moved since it was done last: what the board adds up stays short, and what
 * was ever wrong is right again. A board of yesterday may still be on its way.
 */
export async function countAnew(services: Services, organisation: OrganisationId): Promise<void> {
  await transact(services.db, { organisation, system: true }, async (tx) => {
    const since = today(await officeOf(tx, services, organisation)).subtract({ days: 1 });
    await tx.run(sql`select lintel.count_promises_anew(${organisation}, ${since}, false)`);
  });
}
