import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';
import type { SendingChannel } from '#rules/may-send.ts';

/** A text and an e-mail ring; letters of one day lie on the mat together. */
const lately = (channel: SendingChannel): Temporal.DurationLike =>
  channel === 'post' ? { hours: 24 } : { hours: 1 };

const row = z.object({ id: z.uuid(), words: z.string(), at: instant, left: z.boolean() });
/** Another one to the same person: with when it left, or else was written. */
export type Other = z.infer<typeof row>;

const alike = (channel: SendingChannel) =>
  channel === 'post' ? sql`m.channel = 'post'` : sql`m.channel <> 'post'`;
const gone = sql`(m.state = 'ready' or m.left_at is not null)`;

/** What was written to them, or has left, a little while ago, and has arrived or still may: whoever writes is asked. */
export function othersLately(
  tx: Tx,
  { organisation, now }: Pick<Office, 'organisation' | 'now'>,
  { caseId, channel }: { readonly caseId: CaseId; readonly channel: SendingChannel },
): Promise<readonly Other[]> {
  return tx.rows(
    row,
    sql`select m.id, m.words, coalesce(m.left_at, m.written_at) as at, ${gone} as left
      from message m where m.organisation_id = ${organisation} and m.case_id = ${caseId} and ${alike(channel)}
        and m.state not in ('withdrawn', 'failed')
        and (m.state = 'ready' or coalesce(m.left_at, m.written_at) > ${now.subtract(lately(channel))})
      order by at, m.id limit 100`,
  );
}

interface Leaving {
  readonly id: string;
  readonly caseId: CaseId;
  readonly channel: SendingChannel;
  readonly repeatsId: string | null;
}

/**
 * What has left to them a little while ago, and of which nobody said that this one is meant beside it; what somebody
 * said who must not know of the case by now counts for nothing. Whoever lets it go has the turn of the case.
 */
export function othersGone(
  tx: Tx,
  { organisation, now }: Pick<Office, 'organisation' | 'now'>,
  { id, caseId, channel, repeatsId }: Leaving,
  blockedStaff: readonly StaffId[],
): Promise<readonly Other[]> {
  return tx.rows(
    row,
    sql`select m.id, m.words, coalesce(m.left_at, m.written_at) as at, true as left
      from message m where m.organisation_id = ${organisation} and m.case_id = ${caseId} and ${alike(channel)}
        and m.id <> ${id} and m.state not in ('withdrawn', 'failed')
        and (m.state = 'ready' or m.left_at > ${now.subtract(lately(channel))})
        and m.id is distinct from ${repeatsId} and m.repeats_id is distinct from ${id}
        and not exists (select from message_together t where t.organisation_id = m.organisation_id
          and ((t.message_id = ${id} and t.other_id = m.id) or (t.message_id = m.id and t.other_id = ${id}))
          and t.said_by <> all (${blockedStaff}))
      order by at, m.id limit 100`,
  );
}
