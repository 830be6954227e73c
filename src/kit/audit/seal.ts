import { createHash, type Hash } from 'node:crypto';
import { z } from 'zod';
import type { OrganisationId } from '#rules/facts.ts';
import type { Job } from '../jobs.ts';
import type { Services } from '../services.ts';
import { sql, type Tx, transact } from '../sql.ts';
import { beginning, nextChunk } from './events.ts';

/** What the first seal of an organisation is chained to. */
export const nothing = Buffer.alloc(32);

const sealRow = z.object({ number: z.number(), before: z.string(), hash: z.instanceof(Buffer) });
const horizonRow = z.object({ before: z.string() });
const boundRow = z.object({ first: z.string().nullable(), next: z.string().nullable() });

/** As many events go into one seal, and into one transaction: after an outage or an import there may be many more. */
export const sealedAtOnce = 50_000;

export interface Sealed {
  /** How many events; none made no seal. */
  readonly events: number;
  /** Whether more were there to seal. */
  readonly more: boolean;
}

/** Opens the hash of a seal: sha256 over the seal before it, then each event's line and a line feed. */
export function openSeal(previous: Buffer): Hash {
  return createHash('sha256').update(previous);
}

/**
 * Seals what has been recorded since the last seal, up to so many events and whole transactions. It stops at the oldest
 * transaction still in flight, so that an event which commits later than its neighbours is never skipped: everything
 * before that is there for good.
 */
export async function seal(
  tx: Tx,
  organisation: OrganisationId,
  now: Temporal.Instant,
  most: number = sealedAtOnce,
): Promise<Sealed> {
  const last = await tx.maybe(
    sealRow,
    sql`select number, before_txid::text as before, hash from event_seal
      where organisation_id = ${organisation} order by number desc limit 1`,
  );
  const { before: horizon } = await tx.one(
    horizonRow,
    sql`select pg_snapshot_xmin(pg_current_snapshot())::text as before`,
  );
  const from = last?.before ?? '0';
  const before = await boundOf(tx, organisation, from, horizon, most);
  const previous = last?.hash ?? nothing;
  const hash = openSeal(previous);
  let events = 0;
  for (let after = { ...beginning, txid: from }; ; ) {
    const chunk = await nextChunk(tx, organisation, after, before);
    if (chunk === null) break;
    hash.update(chunk.text);
    events += chunk.events;
    after = chunk.last;
  }
  if (events === 0) return { events, more: false };
  await tx.run(sql`insert into event_seal (organisation_id, number, sealed_at, from_txid, before_txid, events,
      previous_hash, hash)
    values (${organisation}, ${(last?.number ?? 0) + 1}, ${now}, ${from}::xid8, ${before}::xid8, ${events},
      ${previous}, ${hash.digest()})`);
  return { events, more: before !== horizon };
}

/** Before which transaction a seal ends: the horizon, or where it would have more events than this. */
async function boundOf(
  tx: Tx,
  organisation: OrganisationId,
  from: string,
  horizon: string,
  most: number,
): Promise<string> {
  const place = (
    skipped: number,
  ) => sql`(select e.txid::text from event e where e.organisation_id = ${organisation}
    and e.txid >= ${from}::xid8 and e.txid < ${horizon}::xid8 order by e.txid, e.id limit 1 offset ${skipped})`;
  const { first, next } = await tx.one(boundRow, sql`select ${place(0)} as first, ${place(most)} as next`);
  if (first === null || next === null) return horizon;
  // One transaction with more events than that, an import, is sealed whole.
  return next === first ? String(BigInt(first) + 1n) : next;
}

/** Seals each minute: chaining inside each write would make everybody who writes wait for everybody else. */
export const sealing: Job = {
  name: 'seal',
  every: Temporal.Duration.from({ minutes: 1 }),
  async run(services: Services, organisation: OrganisationId) {
    for (let more = true; more; ) {
      const sealed = await transact(services.db, { organisation, system: true }, (tx) =>
        seal(tx, organisation, services.now()),
      );
      more = sealed.more;
    }
  },
};
