import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { senderOf } from './sender.ts';
import { tellManagers } from './telling.ts';

const row = z.object({ id: z.uuid(), senderId: z.uuid() });

/**
 * Tells managers, once each time, that the number in use has become somebody’s: messages that give it are held, and no
 * more is known of whom. Once it is nobody’s again, or out of use, they are told of it no longer.
 */
export async function lookWhoseItIs(tx: Tx, office: Office): Promise<void> {
  const { organisation, now } = office;
  const inUse = await senderOf(tx, organisation);
  const known = await tx.maybe(
    row,
    sql`select id, sender_id as "senderId" from sender_somebodys
      where organisation_id = ${organisation} and over_at is null limit 1`,
  );
  const somebodys = inUse?.somebodys ? inUse.id : null;
  if ((known?.senderId ?? null) === somebodys) return;
  if (known) {
    await tx.run(sql`update sender_somebodys set over_at = ${now}
      where organisation_id = ${organisation} and id = ${known.id} and over_at is null`);
    await record(tx, office, { name: 'message-sender.nobodys-again', subjectId: known.senderId });
  }
  if (somebodys === null) return;
  const id = newId<string>();
  const added = await tx.run(sql`insert into sender_somebodys (organisation_id, id, sender_id, since)
      values (${organisation}, ${id}, ${somebodys}, ${now}) on conflict do nothing`);
  if (added === 0) return;
  await record(tx, office, { name: 'message-sender.became-somebodys', subjectId: somebodys });
  await tellManagers(tx, office, 'sender_somebodys', id);
}
