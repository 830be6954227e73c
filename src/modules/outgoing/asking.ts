import type { Became, Found } from '#kit/carrier.ts';

/** How a service is asked what became of a message. Times are Lintel’s. */

/** Between one asking and the next, in minutes: what has not arrived within days never says so. */
const waits = [1, 5, 15, 60, 360, 1_440, 2_880];

/**
 * When it is asked again; null: not any more. @param asked how often it was asked
 */
export function nextAsked(now: Temporal.Instant, asked: number): Temporal.Instant | null {
  const minutes = waits[asked];
  return minutes === undefined ? null : now.add({ minutes });
}

export function firstAsked(now: Temporal.Instant): Temporal.Instant {
  return now.add({ minutes: waits[0] as number });
}

/**
 * Whether a service that has not got a message is believed: what reached it late may not be listed yet, so only when it
 * still says so twenty minutes after the try broke off.
 */
export function believesMissing(asked: number): boolean {
  return asked >= 3;
}

/** What a service answered; null: it cannot be asked. */
export type Said = Became | Found | null;
