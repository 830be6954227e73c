import type { Choice } from '#rules/words.ts';
import { avoidedKinds } from './avoided.ts';

/** What the landlord sets from a day on. */
export const rateKinds = [
  { value: 'hour', label: 'An hour of our work' },
  ...avoidedKinds,
] as const satisfies readonly Choice[];
export type RateKind = (typeof rateKinds)[number]['value'];

export interface Rate {
  readonly kind: RateKind;
  readonly fromDay: Temporal.PlainDate;
  readonly setAt: Temporal.Instant;
}

/** @returns the one that holds on that day; of two for one day the one that was set last */
export function rateOn<R extends Rate>(
  rates: readonly R[],
  kind: RateKind,
  day: Temporal.PlainDate,
): R | null {
  const begun = rates.filter(
    (each) => each.kind === kind && Temporal.PlainDate.compare(each.fromDay, day) <= 0,
  );
  const order = (one: R, other: R) =>
    Temporal.PlainDate.compare(one.fromDay, other.fromDay) ||
    Temporal.Instant.compare(one.setAt, other.setAt);
  return begun.toSorted(order).at(-1) ?? null;
}

/** The first may begin in the past; a later one begins today or later, so that nothing reckoned changes. */
export function earliestDay(
  rates: readonly Rate[],
  kind: RateKind,
  today: Temporal.PlainDate,
): Temporal.PlainDate {
  return rates.some((each) => each.kind === kind) ? today : today.subtract({ years: 3 });
}
