/*
 * How wrong passwords slow down whoever types them, without letting a stranger (or the person someone has fled from)
 * keep a colleague out. Two waits grow and are bounded:
 *
 * - for one account from one place, so that guessing from there is hopeless;
 * - for one account from everywhere together, so that guessing from many places is hopeless too. That one does not
 *   bind a place from which the colleague has fully signed in lately: failures elsewhere never reach her desk. Her
 *   own browser is a place of its own, so that neither does what is typed at the next desk.
 *
 * A recovery code goes past both: it cannot be guessed, so nothing is lost by trying it.
 */

/** Wrong passwords for one account at one place; old ones are forgotten by the query. */
export interface Failures {
  readonly count: number;
  readonly last: Temporal.Instant;
}

export interface Attempts {
  readonly here: Failures | null;
  /** At every place, this one included. */
  readonly everywhere: Failures | null;
  /** Has this account fully signed in from here lately? */
  readonly knownHere: boolean;
}

export interface Patience {
  /** So many are free. */
  readonly free: number;
  /** Seconds of the first wait; each further failure doubles it. */
  readonly first: number;
}

const hereBears: Patience = { free: 5, first: 30 };
const everywhereBears: Patience = { free: 20, first: 30 };
/** For the codes of a second factor, reached only with the right password: a million codes, three of them right. */
export const codesBear: Patience = { free: 5, first: 30 };

/** Nobody waits longer than this after the last failure, whatever anybody else did. */
export const longestWait = Temporal.Duration.from({ minutes: 15 });
/** Failures count for so long. */
export const remembered = Temporal.Duration.from({ hours: 12 });
/** A place is known for so long after a sign-in from it. */
export const knownFor = Temporal.Duration.from({ hours: 30 * 24 });

/** Until when a further password is not even looked at; null: now is fine. */
export function heldUntil(attempts: Attempts, now: Temporal.Instant): Temporal.Instant | null {
  const ends = [
    waitAfter(attempts.here, hereBears),
    attempts.knownHere ? null : waitAfter(attempts.everywhere, everywhereBears),
  ].filter((end) => end !== null && Temporal.Instant.compare(end, now) > 0) as Temporal.Instant[];
  return ends.sort(Temporal.Instant.compare).at(-1) ?? null;
}

/** When the wait after these failures ends; null where they are few enough to be slips of a finger. */
export function waitAfter(failures: Failures | null, bears: Patience): Temporal.Instant | null {
  if (failures === null || failures.count < bears.free) return null;
  const longest = longestWait.total('seconds');
  const seconds = Math.min(bears.first * 2 ** (failures.count - bears.free), longest);
  return failures.last.add({ seconds });
}
