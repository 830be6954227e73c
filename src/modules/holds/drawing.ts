import { type HoldContact, holdContacts } from '#rules/hold-answer.ts';

/**
 * One running tenancy in so many is held for no cause, so that a hold by itself tells nothing (decision of 30 November
 * 2026). Nobody configures it: to lower it would show which were drawn, by what vanishes.
 */
export const drawnOneIn = 50;

/** How many are to be drawn, where so many tenancies run and so many holds that were drawn stand. */
export function toDraw(tenancies: number, standing: number): number {
  return Math.max(0, Math.ceil(tenancies / drawnOneIn) - standing);
}

/** What one of them is, or one part of it: from when, within a day, for how long, and over which kinds of contact. */
export interface Drawn {
  readonly startsAt: Temporal.Instant;
  readonly days: number;
  readonly held: readonly HoldContact[];
}

const fewestDays = 90;
const mostDays = 400;

/** So long all is held of what is asked about later, as of a case in which nothing was agreed at first. */
const fewestDaysOfAll = 7;
const mostDaysOfAll = 60;

/**
 * As of cases: of a home of whoever is feared, or a former one, somebody is asked first about everything; where nothing
 * was agreed, all is held; else some of it, often after all of it. Each part that ends is followed by the half year of
 * everything that ends (hold-answer.ts).
 * @param chance a number from 0 up to 1, another each time @param first the first that are drawn hold at once
 */
export function drawn(now: Temporal.Instant, first: boolean, chance: () => number): readonly Drawn[] {
  const startsAt = now.add({ seconds: first ? 0 : Math.floor(chance() * 24 * 3_600) });
  const kind = chance();
  const whole = { startsAt, days: between(fewestDays, mostDays, chance()) };
  if (kind < 0.4) return [{ ...whole, held: [] }];
  if (kind < 0.7) return [{ ...whole, held: holdContacts }];
  const some = { ...whole, held: holdContacts.filter(() => chance() < 0.5) };
  if (kind < 0.85) return [some];
  return [{ startsAt, days: between(fewestDaysOfAll, mostDaysOfAll, chance()), held: holdContacts }, some];
}

function between(fewest: number, most: number, chance: number): number {
  return fewest + Math.floor(chance * (most - fewest));
}
