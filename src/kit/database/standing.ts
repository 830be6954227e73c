import type pg from 'pg';
import type { Trouble } from './trouble.ts';

/** How a program stands: what it last met, for whoever watches over it. */
export interface Standing {
  /** What the last transaction that failed for the database's sake met; null once one went well again. */
  trouble: Trouble | null;
  /** Names of jobs that failed and have not worked since. */
  readonly failing: Set<string>;
  /** Requests came through a proxy of which nobody told Lintel. */
  unknownProxy: boolean;
}

const standings = new WeakMap<pg.Pool, Standing>();

/** Of one pool of connections: the staff site's and the jobs' is one, the help site's another. */
export function standingOf({ pool }: { readonly pool: pg.Pool }): Standing {
  const known: Standing = standings.get(pool) ?? {
    trouble: null,
    failing: new Set<string>(),
    unknownProxy: false,
  };
  standings.set(pool, known);
  return known;
}
