/*
 * How long what belongs to signing in and to unfinished forms is kept: no longer than it is needed for (UK GDPR,
 * article 5(1)(e)). The law names no periods; these are Lintel's. The record of events is never shortened.
 */

/** Days as an instant reckons them: of 24 hours each. */
const days = (count: number) => Temporal.Duration.from({ hours: count * 24 });

/**
 * Where and with what somebody was signed in, after it ended: long enough to look into a strange sign-in, and longer
 * than a place counts as known (lockout.ts).
 */
export const sessionKept = days(90);

/** Unfinished words, after they were last saved. */
export const draftKept = days(30);
/** So long before a draft goes, whoever wrote it is told; and so long they have once they have been back. */
export const draftNotice = days(7);

/** From when on a draft may go, if it stays as it is and whoever wrote it has been told; null: from now. */
export function draftEnds(savedAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant | null {
  const ends = savedAt.add(draftKept);
  return Temporal.Instant.compare(ends, now) > 0 ? ends : null;
}
