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

/** What one of them is: from when, within a day, until when, and over which kinds of contact. */
export interface Drawn {
  readonly startsAt: Temporal.Instant;
  readonly days: number;
  readonly held: readonly HoldContact[];
}

const fewestDays = 90;
const mostDays = 400;

/** @param chance a number from 0 up to 1, another each time @param first the first that are drawn hold at once */
export function drawn(now: Temporal.Instant, first: boolean, chance: () => number): Drawn {
  const within = first ? 0 : Math.floor(chance() * 24 * 3_600);
  // As in a case: often nothing was agreed, and all is held; else some ways are asked about first.
  const all = chance() < 0.5;
  return {
    startsAt: now.add({ seconds: within }),
    days: fewestDays + Math.floor(chance() * (mostDays - fewestDays)),
    held: holdContacts.filter(() => all || chance() < 0.5),
  };
}
