import type { Choice } from '#rules/words.ts';

/** Why a closed case is opened again. */
export const reopeningReasons = [
  { value: 'they_came_back', label: 'They came back to us' },
  { value: 'new_disclosure', label: 'Somebody told us of something new' },
  { value: 'new_incident', label: 'Something happened' },
  { value: 'closed_in_error', label: 'It should not have been closed' },
] as const satisfies readonly Choice[];
export type ReopeningReason = (typeof reopeningReasons)[number]['value'];

/** Within this many months of the earlier case, it counts as a repeat (V1a). */
export const repeatWithinMonths = 12;

interface Earlier {
  readonly openedAt: Temporal.Instant;
  readonly closedAt: Temporal.Instant | null;
}

/** The newest earlier case that was still open, or ended, within the twelve months before; null: it is no repeat. */
export function repeatOf<E extends Earlier>(
  earlier: readonly E[],
  at: Temporal.Instant,
  timeZone: string,
): E | null {
  const last = ({ openedAt, closedAt }: Earlier) => closedAt ?? openedAt;
  const recent = earlier
    .filter((each) => isRepeat(last(each), at, timeZone))
    .toSorted((one, other) => Temporal.Instant.compare(last(other), last(one)));
  return recent[0] ?? null;
}

/** Counted in calendar months, on the office's calendar. */
export function isRepeat(endedAt: Temporal.Instant, again: Temporal.Instant, timeZone: string): boolean {
  const until = endedAt.toZonedDateTimeISO(timeZone).add({ months: repeatWithinMonths });
  return Temporal.Instant.compare(again, until.toInstant()) <= 0;
}
