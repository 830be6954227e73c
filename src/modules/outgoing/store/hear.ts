import { z } from 'zod';
import type { Heard } from '#kit/carrier.ts';
import { listLandlords } from '#kit/landlords.ts';
import { officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { sql, transact } from '#kit/sql.ts';
import type { SendingChannel } from '#rules/may-send.ts';
import { becomes } from './ask.ts';
import { keepFromOthers } from './rows.ts';

const row = z.object({ id: z.uuid() });

/** Keeps what a service told us of one of its messages, whosever it is; of one that nobody knows, nothing. */
export async function hearOf(
  services: Services,
  channel: SendingChannel,
  { carrierId, became }: Heard,
): Promise<void> {
  if (became.how !== 'arrived' && became.how !== 'not_arrived') return;
  for (const { id: organisation } of await listLandlords(services.db)) {
    const found = await transact(services.db, { organisation, system: true }, async (tx) => {
      const known = await tx.maybe(
        row,
        sql`select id from message where organisation_id = ${organisation} and carrier_id = ${carrierId}
          and carrier_id <> '' and channel = ${channel} limit 1`,
      );
      const message = known && (await keepFromOthers(tx, organisation, known.id));
      if (message) await becomes(tx, await officeOf(tx, services, organisation), message, became);
      return message !== null;
    });
    if (found) return;
  }
}
