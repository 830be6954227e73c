import { z } from 'zod';
import type { Services } from '#kit/services.ts';
import { sql, transact } from '#kit/sql.ts';
import { type NoticeKind, noticeKinds, waitingByUrgency, waitingGroups } from '#modules/account/index.ts';
import type { OrganisationId } from '#rules/facts.ts';

const noticeRow = z.object({
  email: z.string(),
  id: z.uuid(),
  kind: z.enum(noticeKinds) as z.ZodType<NoticeKind>,
  caseId: z.uuid().nullable(),
  disclosureId: z.uuid().nullable(),
  aboutId: z.uuid().nullable(),
});

/**
 * Queues one e-mail for each colleague with a notification that they have not read and not been written to about,
 * however many there are; it says how many things wait and how soon, and not what. The notification is the outbox:
 * whoever notifies needs no mail server.
 */
export async function mailNotices(services: Services, organisation: OrganisationId): Promise<void> {
  await transact(services.db, { organisation, system: true }, async (tx) => {
    const at = services.now();
    const notices = await tx.rows(
      noticeRow,
      sql`with waiting as (
          select id, staff_id, kind, case_id, disclosure_id, obligation_id, about_id from notification
          where organisation_id = ${organisation} and mailed_at is null and read_at is null
          order by at limit 500 for update skip locked),
        marked as (
          update notification n set mailed_at = ${at} from waiting w
          where n.organisation_id = ${organisation} and n.id = w.id)
        select s.email, w.id, w.kind, w.case_id as "caseId", w.disclosure_id as "disclosureId",
          w.about_id as "aboutId"
        from waiting w
        join staff s on s.organisation_id = ${organisation} and s.id = w.staff_id and s.ended_at is null
        where lintel.notice_waits(${organisation}, w.kind, w.case_id, w.disclosure_id, w.obligation_id, w.about_id)`,
    );
    for (const [to, told] of Map.groupBy(notices, ({ email }) => email)) {
      const groups = waitingGroups(told.map((each) => ({ ...each, at, reference: null, toDo: null })));
      const { danger, now, soon, know } = waitingByUrgency(groups);
      const waiting = [danger, now, soon + know];
      await services.mail.send(tx, { organisation, to, kind: 'task', link: '/notifications', waiting });
    }
  });
}
