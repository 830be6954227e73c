import { z } from 'zod';
import type { Services } from '#kit/services.ts';
import { sql, transact } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';

const recipient = z.object({ email: z.string() });

/**
 * Queues one e-mail for each colleague with a notification that they have not read and not been written to about,
 * however many there are. The notification is the outbox: whoever notifies needs no mail server.
 */
export async function mailNotices(services: Services, organisation: OrganisationId): Promise<void> {
  await transact(services.db, { organisation, system: true }, async (tx) => {
    const recipients = await tx.rows(
      recipient,
      sql`with waiting as (
          select id, staff_id from notification
          where organisation_id = ${organisation} and mailed_at is null and read_at is null
          order by at limit 500 for update skip locked),
        marked as (
          update notification n set mailed_at = ${services.now()} from waiting w
          where n.organisation_id = ${organisation} and n.id = w.id)
        select s.email from staff s
        where s.organisation_id = ${organisation} and s.ended_at is null
          and s.id in (select staff_id from waiting)`,
    );
    for (const { email } of recipients)
      await services.mail.send(tx, { organisation, to: email, kind: 'task' });
  });
}
