import { z } from 'zod';
import type { CameBack, Place } from '#kit/carrier.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { inReturn } from '../words.ts';
import { becomes } from './ask.ts';
import { note, stand } from './move.ts';
import { type KeptMessage, keepFromOthers } from './rows.ts';

const row = z.object({
  kind: z.enum(['reply', 'automatic', 'bounce']),
  words: z.string(),
  receivedAt: instant,
});
export type MessageReturn = z.infer<typeof row>;

/** What came back after a message, the earliest first. */
export function returnsOf(
  tx: Tx,
  organisation: OrganisationId,
  message: string,
): Promise<readonly MessageReturn[]> {
  return tx.rows(
    row,
    sql`select kind, words, received_at as "receivedAt" from message_return
      where organisation_id = ${organisation} and message_id = ${message} order by received_at, id limit 50`,
  );
}

/** Whether one of these is an e-mail that this landlord wrote. */
export async function areEmailsOfOurs(
  tx: Tx,
  organisation: OrganisationId,
  ids: readonly string[],
): Promise<boolean> {
  const known = sql`select from message
    where organisation_id = ${organisation} and id = any (${[...ids]}::uuid[]) and channel = 'email' limit 1`;
  return (await tx.run(known)) > 0;
}

/**
 * Keeps what came back with the message that it is about, for somebody to read: once, however often it comes.
 * @returns whether it is about one of this landlord's
 */
export async function keepReturn(tx: Tx, office: Office, one: CameBack): Promise<boolean> {
  const { organisation, now } = office;
  const { messageId, kind, words, source } = one;
  const message = await keepFromOthers(tx, organisation, messageId);
  if (!message || message.channel !== 'email') return false;
  const kept =
    await tx.run(sql`insert into message_return (organisation_id, id, case_id, message_id, kind, words,
      received_at, source)
    values (${organisation}, ${newId()}, ${message.caseId}, ${messageId}, ${kind}, ${words}, ${now}, ${source})
    on conflict do nothing`);
  if (kept > 0) await follow(tx, office, message, one);
  return true;
}

async function follow(tx: Tx, office: Office, message: KeptMessage, { kind, gone }: CameBack): Promise<void> {
  if (kind === 'bounce') return becomes(tx, office, message, { how: 'not_arrived', fault: 'bounced', gone });
  // Whoever answers has it: it arrived, whatever was known before. A program's answer asks for nobody.
  const answered = message.state === 'sent' || message.state === 'doubtful';
  const state = answered ? 'delivered' : message.state;
  const asks = kind === 'reply' || (message.asks && message.state !== 'doubtful');
  if (['delivered', 'failed'].includes(state))
    await stand(tx, office, message, {
      ...{ state, asks },
      also: sql`sent_at = coalesce(sent_at, ${office.now}), ask_at = null`,
    });
  await note(tx, office, message, 'answered', { note: inReturn[kind] });
}

const placeRow = z.object({ validity: z.string(), uid: z.number() });

/** Up to where the mailbox was read; null: it never was. */
export function placeOf(tx: Tx, organisation: OrganisationId): Promise<Place | null> {
  return tx.maybe(
    placeRow,
    sql`select validity, uid::integer as uid from mailbox_place where organisation_id = ${organisation}`,
  );
}

export async function keepPlace(
  tx: Tx,
  organisation: OrganisationId,
  { validity, uid }: Place,
): Promise<void> {
  await tx.run(sql`insert into mailbox_place (organisation_id, validity, uid)
    values (${organisation}, ${validity}, ${uid})
    on conflict (organisation_id) do update set validity = excluded.validity, uid = excluded.uid`);
}
