import type { OrganisationId } from '#rules/facts.ts';
import type { Tx } from '../sql.ts';
import { beginning, type Chunk, nextChunk, type Position, txidOf } from './events.ts';

/** Neighbouring events as the text that is hashed. */
export type Run = Pick<Chunk, 'text' | 'events'>;

/** The record from its beginning, taken a piece at a time. */
export interface Events {
  /** The next events that were written before this transaction (null: all); null where there is none. */
  takeBefore(txid: bigint | null): Promise<Run | null>;
}

/** After every transaction that will ever be. */
const forever = '9223372036854775807';

/** Reads the record in order; the database makes the next chunk ready while this one is hashed. */
export function eventsInOrder(tx: Tx, organisation: OrganisationId): Events {
  let left: Chunk | null = null;
  let ahead = readAhead(tx, organisation, beginning);
  async function chunk(): Promise<Chunk | null> {
    if (left === null) {
      left = await ahead;
      if (left !== null) ahead = readAhead(tx, organisation, left.last);
    }
    return left;
  }
  return {
    async takeBefore(txid) {
      const found = await chunk();
      if (found === null) return null;
      const whole = txid === null || BigInt(found.last.txid) < txid;
      const taken = whole ? found : firstPart(found, txid);
      left = whole
        ? null
        : { ...found, text: found.text.slice(taken.text.length), events: found.events - taken.events };
      return taken.events > 0 ? taken : null;
    },
  };
}

/** Reads ahead. A read that nobody waits for any more may fail without ending the program. */
function readAhead(tx: Tx, organisation: OrganisationId, after: Position): Promise<Chunk | null> {
  const reading = nextChunk(tx, organisation, after, forever);
  reading.catch(() => {});
  return reading;
}

/** The events of a chunk that were written before this transaction. */
function firstPart({ text }: Chunk, txid: bigint): Run {
  let end = 0;
  let events = 0;
  while (end < text.length && txidOf(text, end) < txid) {
    end = text.indexOf('\n', end) + 1;
    events += 1;
  }
  return { text: text.slice(0, end), events };
}
