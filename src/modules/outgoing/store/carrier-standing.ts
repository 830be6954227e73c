import { z } from 'zod';
import type { Carried } from '#kit/carrier.ts';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { SendingChannel } from '#rules/may-send.ts';

const row = z.object({
  channel: z.enum(['text', 'email', 'replies']),
  lastWellAt: instant.nullable(),
  failingSince: instant.nullable(),
  fault: z.string(),
});
export type CarrierStanding = z.infer<typeof row>;

/** How each service stands that was ever used. */
export function carrierStandings(tx: Tx, organisation: OrganisationId): Promise<readonly CarrierStanding[]> {
  return tx.rows(
    row,
    sql`select channel, last_well_at as "lastWellAt", failing_since as "failingSince", fault from carrier_standing
      where organisation_id = ${organisation}`,
  );
}

/** Keeps how a service stands after a try. That it refuses one message says nothing of the others. */
export async function keepStanding(
  tx: Tx,
  office: Office,
  channel: SendingChannel,
  carried: Pick<Carried, 'how'> & { readonly fault?: string },
): Promise<void> {
  if (channel === 'post' || carried.how === 'refused') return;
  await serviceIs(tx, office, channel, carried.how === 'taken' ? null : (carried.fault ?? ''));
}

/** @param fault null: it did what it is for */
export async function serviceIs(
  tx: Tx,
  { organisation, now }: Pick<Office, 'organisation' | 'now'>,
  channel: CarrierStanding['channel'],
  fault: string | null,
): Promise<void> {
  const [well, since] = fault === null ? [now, null] : [null, now];
  await tx.run(sql`insert into carrier_standing (organisation_id, channel, last_well_at, failing_since, fault)
    values (${organisation}, ${channel}, ${well}, ${since}, ${fault ?? ''})
    on conflict (organisation_id, channel) do update set
      last_well_at = coalesce(excluded.last_well_at, carrier_standing.last_well_at), fault = excluded.fault,
      failing_since = case when excluded.failing_since is null then null
        else coalesce(carrier_standing.failing_since, excluded.failing_since) end`);
}
