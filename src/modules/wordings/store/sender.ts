import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';

const row = z.object({
  callBack: z.string(),
  returnAddress: z.string(),
  setByName: z.string().nullable(),
  setAt: instant,
});
export type Sender = Readonly<z.infer<typeof row>>;

/** Whom to call back, and where post goes that is not delivered; null: nobody has said. */
export function senderOf(tx: Tx, organisation: OrganisationId): Promise<Sender | null> {
  return tx.maybe(
    row,
    sql`select m.call_back as "callBack", m.return_address as "returnAddress", s.name as "setByName",
        m.set_at as "setAt"
      from message_sender m left join staff s on s.organisation_id = m.organisation_id and s.id = m.set_by
      where m.organisation_id = ${organisation} order by m.set_at desc, m.id desc limit 1`,
  );
}

export async function setSender(
  tx: Tx,
  office: Office,
  { callBack, returnAddress }: Pick<Sender, 'callBack' | 'returnAddress'>,
): Promise<void> {
  const { organisation, staff, now } = office;
  tx.write(sql`insert into message_sender (organisation_id, id, call_back, return_address, set_by, set_at)
    values (${organisation}, ${newId<string>()}, ${callBack}, ${returnAddress}, ${staff}, ${now})`);
  await record(tx, office, { name: 'message-sender.set' });
}
