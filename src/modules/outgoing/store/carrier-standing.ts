import { z } from 'zod';
import type { Carried } from '#kit/carrier.ts';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { SendingChannel } from '#rules/may-send.ts';

const row = z.object({
  channel: z.enum(['text', 'email', 'replies']),
  /** What the service is called that was last used; `''`: nobody wrote it down. */
  service: z.string(),
  lastWellAt: instant.nullable(),
  lastArrivedAt: instant.nullable(),
  failingSince: instant.nullable(),
  fault: z.string(),
});
export type CarrierStanding = z.infer<typeof row>;

/** How each service stands that was ever used. */
export function carrierStandings(tx: Tx, organisation: OrganisationId): Promise<readonly CarrierStanding[]> {
  return tx.rows(
    row,
    sql`select channel, service, last_well_at as "lastWellAt", last_arrived_at as "lastArrivedAt",
        failing_since as "failingSince", fault from carrier_standing
      where organisation_id = ${organisation}`,
  );
}

/** Keeps how a service stands after a try. That it refuses one message says nothing of the others. */
export async function keepStanding(
  tx: Tx,
  office: Office,
  { channel, service }: { readonly channel: SendingChannel; readonly service: string },
  carried: Pick<Carried, 'how'> & { readonly fault?: string },
): Promise<void> {
  if (channel === 'post' || carried.how === 'refused') return;
  await serviceIs(tx, office, { channel, service }, carried.how === 'taken' ? null : (carried.fault ?? ''));
}

/** What another service did on the same channel says nothing of this one. @param fault null: it did what it is for */
export async function serviceIs(
  tx: Tx,
  { organisation, now }: Pick<Office, 'organisation' | 'now'>,
  { channel, service }: Pick<CarrierStanding, 'channel' | 'service'>,
  fault: string | null,
): Promise<void> {
  const [well, since] = fault === null ? [now, null] : [null, now];
  await tx.run(sql`insert into carrier_standing as s (organisation_id, channel, service, last_well_at, failing_since,
      fault)
    values (${organisation}, ${channel}, ${service}, ${well}, ${since}, ${fault ?? ''})
    on conflict (organisation_id, channel) do update set service = excluded.service, fault = excluded.fault,
      last_well_at = case when s.service = excluded.service
        then coalesce(excluded.last_well_at, s.last_well_at) else excluded.last_well_at end,
      last_arrived_at = case when s.service = excluded.service then s.last_arrived_at end,
      failing_since = case when excluded.failing_since is null then null
        when s.service = excluded.service then coalesce(s.failing_since, excluded.failing_since)
        else excluded.failing_since end`);
}

/** One of its messages arrived, as it says. */
export async function oneArrived(
  tx: Tx,
  { organisation, now }: Pick<Office, 'organisation' | 'now'>,
  channel: SendingChannel,
): Promise<void> {
  await tx.run(sql`update carrier_standing set last_arrived_at = ${now}
    where organisation_id = ${organisation} and channel = ${channel}`);
}
