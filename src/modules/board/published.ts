import type { Days } from './period.ts';
import { type Running, type Tally, tallyOf } from './tally.ts';

/**
 * What whoever sees figures only is told of a count: nothing of one to four but that there are some, and else the
 * nearest five. The middle of what it may be, and how far it may be from it.
 */
export interface Told {
  readonly middle: number;
  readonly unsure: number;
}

export const few = 5;

export function toldOf(count: number): Told {
  if (count === 0) return { middle: 0, unsure: 0 };
  if (count < few) return { middle: few / 2, unsure: few / 2 - 1 };
  return { middle: Math.round(count / few) * few, unsure: 2 };
}

/**
 * The smallest figure of all: how many promises of one kind ended in one way in one month. Every other figure is added
 * from these as they are told, so that no question tells more than they do, nor any number of questions: there is
 * nothing to subtract.
 */
export function publishedTally(ending: string, count: number): Tally {
  const { middle, unsure } = toldOf(count);
  const tally = tallyOf(ending, middle);
  const told = Object.entries(tally).filter(([, number]) => typeof number === 'number' && number > 0);
  return {
    ...tally,
    unsure: Object.fromEntries([
      ...told.map(([name]) => [name, unsure]),
      ...Object.keys(tally.reasons).map((why) => [why, unsure]),
    ]),
  };
}

export function publishedRunning({ running, overdue }: Running): Running {
  const [one, other] = [toldOf(running), toldOf(overdue)];
  return {
    ...{ running: one.middle, overdue: other.middle },
    unsure: { running: one.unsure, overdue: other.unsure },
  };
}

/** A span of days by its calendar months, as far as they are over: today tells of nobody. */
export function monthsIn({ from, to }: Days, today: Temporal.PlainDate): readonly Days[] {
  const yesterday = today.subtract({ days: 1 });
  const last = Temporal.PlainDate.compare(to, yesterday) > 0 ? yesterday : to;
  const months: Days[] = [];
  for (
    let first = from.with({ day: 1 });
    Temporal.PlainDate.compare(first, last) <= 0;
    first = first.add({ months: 1 })
  ) {
    const end = first.with({ day: first.daysInMonth });
    months.push({ from: first, to: Temporal.PlainDate.compare(end, last) > 0 ? last : end });
  }
  return months;
}
