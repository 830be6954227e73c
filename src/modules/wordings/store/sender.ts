import { z } from 'zod';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';

const row = z.object({
  id: z.uuid(),
  callBack: z.string(),
  returnAddress: z.string(),
  setByName: z.string().nullable(),
  setAt: instant,
  /** The register has the number as somebody’s by now: nothing that gives it leaves. */
  somebodys: z.boolean(),
  /** What two people agreed to; null: one person set it, before a second one was asked. */
  proposalId: z.uuid().nullable(),
});
export type Sender = Readonly<z.infer<typeof row>>;

/** Whom to call back, and where post goes that is not delivered; null: nothing is in use. */
export function senderOf(tx: Tx, organisation: OrganisationId): Promise<Sender | null> {
  return tx.maybe(
    row,
    sql`select m.id, m.call_back as "callBack", m.return_address as "returnAddress", s.name as "setByName",
        m.set_at as "setAt", m.proposal_id as "proposalId",
        lintel.somebodys_number(m.organisation_id, m.call_back) as somebodys
      from message_sender m left join staff s on s.organisation_id = m.organisation_id and s.id = m.set_by
      where m.organisation_id = ${organisation} and m.ended_at is null`,
  );
}

const somebodysRow = z.object({ somebodys: z.boolean() });

/** Whether the register has this number of anybody, also of those whom a conflict keeps from whoever asks. */
export async function isSomebodys(tx: Tx, organisation: OrganisationId, number: string): Promise<boolean> {
  const found = await tx.one(
    somebodysRow,
    sql`select lintel.somebodys_number(${organisation}, ${number}) as somebodys`,
  );
  return found.somebodys;
}

/** The number that messages may give at this moment; `''`: none. */
export function callBackOf(sender: Sender | null): string {
  return sender === null || sender.somebodys ? '' : sender.callBack;
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
