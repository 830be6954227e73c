import { z } from 'zod';
import type { OrganisationId } from '#rules/facts.ts';
import { sql, type Tx } from '../sql.ts';

/** Some events in the order in which they are sealed, as the text that is hashed. */
export interface Chunk {
  /** One line an event: `txid id microseconds "name" staff session case subject data`, `-` for nothing. */
  readonly text: string;
  readonly events: number;
  /** The last of them. */
  readonly last: Position;
}

/** A place in that order: after every event up to and including this one. */
export interface Position {
  readonly txid: string;
  readonly id: string;
}

const chunk = 5_000;
export const beginning: Position = { txid: '0', id: '00000000-0000-0000-0000-000000000000' };

const chunkRow = z.object({
  text: z.string().nullable(),
  events: z.number(),
  txid: z.string().nullable(),
  id: z.string().nullable(),
});

/**
 * The next few thousand events after a position and before a transaction, in the order (txid, id). The database puts
 * them into one value, which is several times faster than rows; the hash is made here, by a program that whoever can
 * change the database cannot change.
 */
export async function nextChunk(
  tx: Tx,
  organisation: OrganisationId,
  after: Position,
  beforeTxid: string,
): Promise<Chunk | null> {
  const found = await tx.one(
    chunkRow,
    sql`select string_agg(line, e'\n' order by txid, id) || e'\n' as text, count(*)::int as events,
        max(txid)::text as txid, (array_agg(id order by txid desc, id desc))[1]::text as id
      from (select e.txid, e.id, concat_ws(' ', e.txid, e.id, (extract(epoch from e.at) * 1000000)::bigint,
          to_json(e.name), coalesce(e.staff_id::text, '-'), coalesce(e.session_id::text, '-'),
          coalesce(e.case_id::text, '-'), coalesce(e.subject_id::text, '-'), e.data::text) as line
        from event e
        where e.organisation_id = ${organisation} and e.txid >= ${after.txid}::xid8
          and (e.txid, e.id) > (${after.txid}::xid8, ${after.id}::uuid) and e.txid < ${beforeTxid}::xid8
        order by e.txid, e.id limit ${chunk}) chunk`,
  );
  const { text, events, txid, id } = found;
  return text === null || txid === null || id === null ? null : { text, events, last: { txid, id } };
}

/** The transaction that wrote the event whose line begins there. */
export function txidOf(text: string, begins: number): bigint {
  return BigInt(text.slice(begins, text.indexOf(' ', begins)));
}

/** When the event of a line happened. */
export function timeOf(line: string): Temporal.Instant {
  const microseconds = line.split(' ', 3)[2] ?? '0';
  return Temporal.Instant.fromEpochNanoseconds(BigInt(microseconds) * 1000n);
}
