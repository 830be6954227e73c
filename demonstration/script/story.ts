import type { Working } from './casework.ts';
import type { Fate, Telling } from './shares.ts';
import type { Post } from './team.ts';

/** One disclosure and what became of it. */
export interface Story extends Working {
  readonly telling: Telling;
  readonly arrivedAt: Temporal.Instant;
  readonly fate: Fate;
  /** Named as involved when it was told: from the first moment they see nothing of it, administrator or not. */
  readonly involved: Post | null;
  /** All who work on cases. */
  readonly team: readonly Post[];
}
