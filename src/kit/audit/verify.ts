import { z } from 'zod';
import type { OrganisationId } from '#rules/facts.ts';
import { instant, sql, type Tx } from '../sql.ts';
import { timeOf } from './events.ts';
import { type Events, eventsInOrder } from './record-reader.ts';
import { nothing, openSeal } from './seal.ts';

/**
 * What is wrong with a seal. `events-missing`, `events-extra`: the record holds fewer or more than were sealed;
 * `events-changed`: as many, but not the same; `seal-changed`: the seal itself was edited, its events are as they were;
 * `seal-missing`: the seals before this one are gone; `chain-broken`: it does not follow from the seal before it.
 */
export type FaultKind =
  | 'events-missing'
  | 'events-extra'
  | 'events-changed'
  | 'seal-changed'
  | 'seal-missing'
  | 'chain-broken';

export interface SealFault {
  readonly kind: FaultKind;
  readonly seal: number;
  readonly sealedAt: Temporal.Instant;
  /** How many events were sealed, and how many are there now. */
  readonly sealed: number;
  readonly found: number;
  /** Between which moments: the first and last event that are there now. */
  readonly first: Temporal.Instant | null;
  readonly last: Temporal.Instant | null;
}

export interface Verification {
  readonly seals: number;
  readonly events: number;
  /** Recorded since the last seal; at most a minute's worth while the program runs. */
  readonly unsealed: number;
  readonly faults: readonly SealFault[];
  /** Number and hash of the last seal, to compare with one that was kept elsewhere; null where there is none. */
  readonly head: { readonly number: number; readonly hash: string } | null;
}

const sealRow = z.object({
  number: z.number(),
  sealedAt: instant,
  from: z.string(),
  before: z.string(),
  events: z.number(),
  previous: z.instanceof(Buffer),
  hash: z.instanceof(Buffer),
});
type SealRow = z.infer<typeof sealRow>;

/** A seal as it was computed again from the record. */
interface Recomputed {
  readonly seal: SealRow;
  readonly hash: Buffer;
  readonly found: number;
  readonly first: string | null;
  readonly last: string | null;
}

/**
 * Computes every seal of an organisation again from its events. Needs a transaction of the program itself, which sees
 * the whole record; one that repeats reads sees it at one moment.
 * @param onProgress is told how many events have been read
 */
export async function verifySeals(
  tx: Tx,
  organisation: OrganisationId,
  onProgress: (events: number) => void = () => {},
): Promise<Verification> {
  const events = eventsInOrder(tx, organisation);
  const faults: SealFault[] = [];
  let before: Recomputed | null = null;
  let read = 0;
  let seals = 0;
  for await (const page of pages(tx, organisation)) {
    for (const seal of page) {
      const again: Recomputed = await recompute(seal, events);
      faults.push(...linkFaults(before, again), ...contentFaults(before, again));
      before = again;
      seals += 1;
      read += again.found;
      onProgress(read);
    }
  }
  const last = before as Recomputed | null;
  const late = last && contentFault(last, null);
  if (late) faults.push(late);
  const unsealed = await remaining(events);
  const head = last && { number: last.seal.number, hash: last.seal.hash.toString('hex') };
  return { seals, events: read, unsealed, faults: faults.sort((one, other) => one.seal - other.seal), head };
}

async function* pages(tx: Tx, organisation: OrganisationId): AsyncGenerator<readonly SealRow[]> {
  for (let after = 0; ; ) {
    const page = await tx.rows(
      sealRow,
      sql`select number, sealed_at as "sealedAt", from_txid::text as from, before_txid::text as before, events,
          previous_hash as previous, hash
        from event_seal where organisation_id = ${organisation} and number > ${after}
        order by number limit 1000`,
    );
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.number;
  }
}

async function recompute(seal: SealRow, events: Events): Promise<Recomputed> {
  const hash = openSeal(seal.previous);
  const before = BigInt(seal.before);
  let found = 0;
  let first: string | null = null;
  let last: string | null = null;
  for (let run = await events.takeBefore(before); run !== null; run = await events.takeBefore(before)) {
    hash.update(run.text);
    first ??= run.text.slice(0, run.text.indexOf('\n'));
    last = run.text.slice(run.text.lastIndexOf('\n', run.text.length - 2) + 1);
    found += run.events;
  }
  return { seal, hash: hash.digest(), found, first, last };
}

/** Does the seal follow from the one before it? */
function linkFaults(before: Recomputed | null, again: Recomputed): readonly SealFault[] {
  const { number, from, previous } = again.seal;
  if (number !== (before?.seal.number ?? 0) + 1) return [fault('seal-missing', again)];
  if (from !== (before?.seal.before ?? '0')) return [fault('chain-broken', again)];
  const linked = previous.equals(before?.seal.hash ?? nothing) || (before && previous.equals(before.hash));
  return linked ? [] : [fault('chain-broken', again)];
}

/** Judged when the next seal is known: it remembers what this one said when it was made. */
function contentFaults(before: Recomputed | null, next: Recomputed): readonly SealFault[] {
  const found = before && contentFault(before, next.seal.previous);
  return found ? [found] : [];
}

function contentFault(again: Recomputed, remembered: Buffer | null): SealFault | null {
  const { seal, hash, found } = again;
  if (hash.equals(seal.hash) && found === seal.events) return null;
  if (remembered?.equals(hash)) return fault('seal-changed', again);
  if (found < seal.events) return fault('events-missing', again);
  return fault(found > seal.events ? 'events-extra' : 'events-changed', again);
}

function fault(kind: FaultKind, { seal, found, first, last }: Recomputed): SealFault {
  return {
    kind,
    seal: seal.number,
    sealedAt: seal.sealedAt,
    sealed: seal.events,
    found,
    first: first === null ? null : timeOf(first),
    last: last === null ? null : timeOf(last),
  };
}

async function remaining(events: Events): Promise<number> {
  let unsealed = 0;
  for (let run = await events.takeBefore(null); run !== null; run = await events.takeBefore(null))
    unsealed += run.events;
  return unsealed;
}
