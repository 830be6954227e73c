import { closedSince } from '#modules/rota/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';

/** Somebody's time on call, and since when it is known that they are. */
export interface Turn {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
  readonly recordedAt: Temporal.Instant;
}

/** A danger that stands: when it was told, and when whoever was on call last was. */
export interface Standing {
  readonly raisedAt: Temporal.Instant;
  readonly handedOverAt: Temporal.Instant | null;
}

/**
 * Since when it is known who is on call: from the close of the office or, where that changed since, from that change.
 * What was told before is told them anew. Null while the office is open: then it is the team's.
 */
export function onCallSince(
  turns: readonly Turn[],
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): Temporal.Instant | null {
  const closed = closedSince(now, calendar);
  if (closed === null) return null;
  return turns
    .flatMap(({ from, to, recordedAt }) => [latest(from, recordedAt), to])
    .filter((change) => Temporal.Instant.compare(change, now) <= 0)
    .reduce(latest, closed);
}

/** Was it told before whoever is on call now was there? Once it is handed over, it is not, until somebody else is. */
export function toHandOver({ raisedAt, handedOverAt }: Standing, since: Temporal.Instant): boolean {
  return Temporal.Instant.compare(latest(raisedAt, handedOverAt ?? raisedAt), since) < 0;
}

function latest(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? other : one;
}
