import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { notify } from '#modules/obligations/index.ts';
import type { StaffId } from '#rules/facts.ts';

const row = z.object({ eventId: z.uuid(), saidBy: id<StaffId>() });

/**
 * Whoever entered a change by hand is told once that it is answered, on the morning on which they may read it, whatever
 * the answer is: else they look every day, or change it meanwhile.
 */
export async function tellWhoEntered(tx: Tx, office: Office): Promise<void> {
  const { organisation, now } = office;
  const answered = await tx.rows(
    row,
    sql`update tenancy_event set said_told_at = ${now}
      where organisation_id = ${organisation} and said_by is not null and told is not null and told_from <= ${now}
        and said_told_at is null
      returning id as "eventId", said_by as "saidBy"`,
  );
  for (const { eventId, saidBy } of answered)
    await notify(tx, office, { staffIds: [saidBy], kind: 'tenancy_event_told', aboutId: eventId });
}
