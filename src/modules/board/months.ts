import { dateInWords } from '#rules/moment.ts';
import type { Commitment } from '#rules/pack.ts';
import { keptShare, type Share, type Viewer } from './discretion.ts';
import { isKeptOrBroken } from './measures.ts';
import { allEnded, noTally, type Tally } from './tally.ts';

export interface MonthTally extends Tally {
  readonly commitment: string;
  /** Its first day. */
  readonly month: Temporal.PlainDate;
}

/** One commitment's last months, oldest first, each month there whether or not anything ended in it. */
export interface Year {
  readonly commitment: Commitment;
  readonly months: readonly {
    readonly month: Temporal.PlainDate;
    readonly tally: Tally;
    readonly share: Share;
  }[];
}

/** The first days of twelve months, oldest first, the last one being this month. */
export function monthsOfYear(today: Temporal.PlainDate): readonly Temporal.PlainDate[] {
  const first = today.with({ day: 1 }).subtract({ months: 11 });
  return Array.from({ length: 12 }, (_, index) => first.add({ months: index }));
}

/** The months from the first one in which anything ended, and always this one: what was before Lintel is no figure. */
export function monthsWithAnything(
  months: readonly Temporal.PlainDate[],
  tallies: readonly MonthTally[],
): readonly Temporal.PlainDate[] {
  const first = months.findIndex((month) =>
    tallies.some((each) => each.month.equals(month) && allEnded(each) > 0),
  );
  return first < 0 ? months.slice(-1) : months.slice(first);
}

/** Of the commitments that can be kept or broken; what is only counted has no share. */
export function yearsOf(
  commitments: readonly Commitment[],
  tallies: readonly MonthTally[],
  months: readonly Temporal.PlainDate[],
  viewer: Viewer,
): readonly Year[] {
  return commitments.filter(hasShare).map((commitment) => ({
    commitment,
    months: months.map((month) => {
      const tally =
        tallies.find((each) => each.commitment === commitment.id && each.month.equals(month)) ?? noTally;
      return { month, tally, share: keptShare(tally, viewer) };
    }),
  }));
}

/** Of the picture of one of them. */
export const trendHeight = 200;

export function hasShare({ measure }: Commitment): boolean {
  return isKeptOrBroken(measure);
}

export function monthInWords(month: Temporal.PlainDate): string {
  return dateInWords(month).replace(/^\d+ /, '');
}
