import { z } from 'zod';
import type { Carried } from '#kit/carrier.ts';
import type { Office } from '#kit/office.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import type { CaseId } from '#rules/facts.ts';
import type { SendingChannel } from '#rules/may-send.ts';
import { firstAsked } from '../asking.ts';
import { noMore } from '../words.ts';
import { keepStanding } from './carrier-standing.ts';
import { note, stand } from './move.ts';
import type { KeptMessage } from './rows.ts';

/** After this long, whoever was sending does not know any more whether it left. */
export const lease = Temporal.Duration.from({ minutes: 10 });

/** Writes down what became of a try, unless it was given up as in doubt meanwhile: then it stays in doubt. */
export async function settle(
  tx: Tx,
  office: Office,
  message: KeptMessage,
  carried: Carried,
  service: string,
): Promise<void> {
  const { now } = office;
  await keepStanding(tx, office, { channel: message.channel, service }, carried);
  if (carried.how === 'taken') {
    const also = sql`sent_at = ${now}, carrier_id = ${carried.carrierId}, ask_at = ${firstAsked(now)}, asked = 0`;
    if (await stand(tx, office, message, { state: 'sent', asks: false, also }))
      await note(tx, office, message, 'sent');
  } else if (carried.how === 'refused') {
    const also = carried.gone && sql`gone_at = ${now}`;
    if (
      await stand(tx, office, message, {
        state: 'failed',
        asks: true,
        fault: carried.fault,
        ...(also && { also }),
      })
    )
      await note(tx, office, message, 'failed', { note: carried.gone ? noMore : 'The service refused it.' });
  } else if (carried.how === 'not_reached') {
    const lookAt = now.add({ seconds: Math.max(carried.after ?? 0, waitAfter(message.tries)) });
    const also = sql`left_at = null`;
    await stand(tx, office, message, { state: 'queued', asks: false, lookAt, fault: carried.fault, also });
  } else {
    const also = sql`ask_at = ${firstAsked(now)}, asked = 0`;
    if (await stand(tx, office, message, { state: 'doubtful', asks: true, fault: carried.fault, also }))
      await note(tx, office, message, 'doubtful');
  }
}

/** Half a minute, then twice as long each time, a quarter of an hour at most. In seconds. */
function waitAfter(tries: number): number {
  return Math.min(900, 30 * 2 ** Math.min(tries - 1, 10));
}

const row = z.object({
  id: z.uuid(),
  caseId: id<CaseId>(),
  channel: z.string() as unknown as z.ZodType<SendingChannel>,
  words: z.string(),
});

/** What a program that was killed was sending: nobody knows whether it left, so somebody decides. */
export async function giveUpTaken(tx: Tx, office: Office): Promise<void> {
  const { organisation, now } = office;
  const lost = await tx.rows(
    row,
    sql`update message set state = 'doubtful', asks = true, taken_at = null, version = version + 1,
        ask_at = ${firstAsked(now)}, asked = 0
      where organisation_id = ${organisation} and taken_at < ${now.subtract(lease)}
      returning id, case_id as "caseId", channel, words`,
  );
  for (const message of lost) await note(tx, office, message, 'doubtful');
}
