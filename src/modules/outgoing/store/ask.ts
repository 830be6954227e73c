import { z } from 'zod';
import type { Became } from '#kit/carrier.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { believesMissing, nextAsked, type Said } from '../asking.ts';
import { noMore } from '../words.ts';
import { oneArrived } from './carrier-standing.ts';
import { note, stand } from './move.ts';
import { type KeptMessage, keepFromOthers } from './rows.ts';

const row = z.object({
  id: z.uuid(),
  channel: z.enum(['text', 'email', 'post']),
  state: z.enum(['sent', 'doubtful']),
  carrierId: z.string(),
  version: z.number(),
  /** How often, this time included. */
  asked: z.number(),
});
export type ToAsk = z.infer<typeof row>;

/** One whose service is to be asked: it is asked again later, whatever becomes of this program. Null: none. */
export function takeToAsk(tx: Tx, { organisation, now }: Office): Promise<ToAsk | null> {
  return tx.maybe(
    row,
    sql`update message set asked = asked + 1, ask_at = ${now.add({ minutes: 10 })}
      where organisation_id = ${organisation} and id = (select m.id from message m
        where m.organisation_id = ${organisation} and m.ask_at <= ${now} and m.state in ('sent', 'doubtful')
        order by m.ask_at, m.id limit 1 for update skip locked)
      returning id, channel, state, carrier_id as "carrierId", version, asked`,
  );
}

/** Writes down what a service answered, unless somebody has decided meanwhile. */
export async function settleAsked(tx: Tx, office: Office, asked: ToAsk, said: Said): Promise<void> {
  const { organisation, now } = office;
  const message = await keepFromOthers(tx, organisation, asked.id);
  if (!message || message.version !== asked.version) return;
  const again = said === null ? null : nextAsked(now, asked.asked);
  if (said?.how === 'there') await isThere(tx, office, message, said.carrierId);
  else if (said?.how === 'not_there' && message.state === 'doubtful' && believesMissing(asked.asked))
    await isMissing(tx, office, message);
  else if (said?.how === 'arrived' || said?.how === 'not_arrived') await becomes(tx, office, message, said);
  else
    await tx.run(sql`update message set ask_at = ${again} where organisation_id = ${organisation}
    and id = ${asked.id}`);
}

/** The service has it: it left, and what became of it is asked next. */
async function isThere(tx: Tx, office: Office, message: KeptMessage, carrierId: string): Promise<void> {
  const { now } = office;
  const also = sql`sent_at = coalesce(sent_at, ${now}), carrier_id = ${carrierId}, ask_at = ${now}, asked = 0`;
  const asks = message.state === 'sent' && message.asks;
  if (!(await stand(tx, office, message, { state: 'sent', asks, also }))) return;
  if (message.state === 'doubtful')
    await note(tx, office, message, 'sent', { note: 'The service says that it has it.' });
}

/** It surely did not leave: the door decides anew. */
async function isMissing(tx: Tx, office: Office, message: KeptMessage): Promise<void> {
  const also = sql`ask_at = null`;
  if (await stand(tx, office, message, { state: 'queued', asks: false, lookAt: office.now, also }))
    await note(tx, office, message, 'asked_again', { note: 'The service says that it never had it.' });
}

type Known = Extract<Became, { how: 'arrived' | 'not_arrived' }>;

/** What became of a message that left: it arrived, or did not, and then somebody has to do something about it. */
export async function becomes(tx: Tx, office: Office, message: KeptMessage, became: Known): Promise<void> {
  if (message.state !== 'sent' && message.state !== 'doubtful') return;
  const { now } = office;
  if (became.how === 'arrived') {
    const asks = message.state === 'sent' && message.asks;
    const also = sql`sent_at = coalesce(sent_at, ${now}), ask_at = null`;
    if (await stand(tx, office, message, { state: 'delivered', asks, also })) {
      await note(tx, office, message, 'delivered');
      await oneArrived(tx, office, message.channel);
    }
    return;
  }
  const { fault, gone } = became;
  const also = gone ? sql`ask_at = null, gone_at = ${now}` : sql`ask_at = null`;
  if (await stand(tx, office, message, { state: 'failed', asks: true, fault, also }))
    await note(tx, office, message, 'failed', {
      note: gone ? noMore : 'The service says that it did not arrive.',
    });
}
