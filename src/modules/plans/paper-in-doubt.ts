import { type PaperAgreement, paperInDoubtSince } from '#rules/own-paper.ts';
import type { Over } from '#rules/ways.ts';

interface Given {
  readonly over: Over | null;
  readonly givenAt: Temporal.Instant;
}

/**
 * Does a paper say of their home what was found to be recorded in error, and has nobody decided about it since?
 * @param lastDecidedAt when how they keep a copy was last written down
 */
export function saysWhatWasStruck(
  { adviceStruckAt }: { readonly adviceStruckAt: Temporal.Instant | null },
  lastDecidedAt: Temporal.Instant | null,
): boolean {
  return (
    adviceStruckAt !== null &&
    (lastDecidedAt === null || Temporal.Instant.compare(lastDecidedAt, adviceStruckAt) <= 0)
  );
}

/**
 * May a paper that they were given be found since, and has nobody decided about it? It is decided about by being asked
 * again whether that way is still right, or by writing down anew how they keep a copy, or that they keep none.
 * @param lastDecidedAt when that was last written down
 */
export function paperIsInDoubt(
  agreed: (PaperAgreement & { readonly recordedAt: Temporal.Instant }) | null,
  { over, givenAt }: Given,
  lastDecidedAt: Temporal.Instant | null,
): boolean {
  if (over === null) return false;
  const since = paperInDoubtSince(agreed, over);
  if (since === null || Temporal.Instant.compare(givenAt, since) > 0) return false;
  return lastDecidedAt === null || Temporal.Instant.compare(lastDecidedAt, since) <= 0;
}
