import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

/** What a watched server did: it ended, could not be started (said once), is there again. */
export type Watched =
  | { readonly what: 'ended' }
  | { readonly what: 'back' }
  | { readonly what: 'not started'; readonly why: unknown };

/** So long after a try that failed the next one follows, in milliseconds; each time twice as long. */
const soonest = 100;
const latest = 30_000;

type Watching = Readonly<{ client: Pick<pg.Client, 'once'> }>;

/**
 * Brings a server back whenever the connection that stands for our use of it ends, until told to stop.
 * @param again starts it, or finds it started by another program, and connects; undefined: not yet
 */
export function watch<User extends Watching>(
  first: User,
  again: () => Promise<User | undefined>,
  said: (watched: Watched) => void,
): Readonly<{ end: () => Promise<User | undefined> }> {
  const ending = new AbortController();
  let user: User | undefined;
  let work: Promise<void> | undefined;
  const look = (at: User) => {
    user = at;
    at.client.once('end', () => {
      if (!ending.signal.aborted) work = bringBack();
    });
  };
  const bringBack = async () => {
    user = undefined;
    said({ what: 'ended' });
    let told = false;
    for (let wait = soonest; !ending.signal.aborted; wait = Math.min(wait * 2, latest)) {
      const back = await again().catch((why: unknown) => {
        if (!told) said({ what: 'not started', why });
        told = true;
      });
      if (back) {
        look(back);
        said({ what: 'back' });
        return;
      }
      await pause(wait, undefined, { signal: ending.signal, ref: false }).catch(() => {});
    }
  };
  look(first);
  return {
    /** Our use of it, if it is there. */
    async end() {
      ending.abort();
      await work;
      return user;
    },
  };
}
