import { z } from 'zod';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';

const row = z.object({
  id: z.uuid(),
  callBack: z.string(),
  returnAddress: z.string(),
  setByName: z.string().nullable(),
  setAt: instant,
  /** What two people agreed to; null: one person set it, before a second one was asked. */
  proposalId: z.uuid().nullable(),
});
export type Sender = Readonly<z.infer<typeof row>>;

/** Whom to call back, and where post goes that is not delivered; null: nothing is in use. */
export function senderOf(tx: Tx, organisation: OrganisationId): Promise<Sender | null> {
  return tx.maybe(
    row,
    sql`select m.id, m.call_back as "callBack", m.return_address as "returnAddress", s.name as "setByName",
        m.set_at as "setAt", m.proposal_id as "proposalId"
      from message_sender m left join staff s on s.organisation_id = m.organisation_id and s.id = m.set_by
      where m.organisation_id = ${organisation} and m.ended_at is null`,
  );
}

const endedRow = z.object({
  callBack: z.string(),
  endedAt: instant,
  endedByName: z.string().nullable(),
  endedWhy: z.string(),
});
/** The last that was in use, and how it ended. */
export type EndedSender = Readonly<z.infer<typeof endedRow>>;

export function lastEndedSender(tx: Tx, organisation: OrganisationId): Promise<EndedSender | null> {
  return tx.maybe(
    endedRow,
    sql`select m.call_back as "callBack", m.ended_at as "endedAt", s.name as "endedByName", m.ended_why as "endedWhy"
      from message_sender m left join staff s on s.organisation_id = m.organisation_id and s.id = m.ended_by
      where m.organisation_id = ${organisation} and m.ended_at is not null order by m.ended_at desc, m.id desc limit 1`,
  );
}
