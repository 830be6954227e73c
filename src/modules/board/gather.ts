import type { Pack } from '#rules/pack.ts';
import type { Viewer } from './discretion.ts';
import type { Known } from './measures.ts';
import type { Days, Period } from './period.ts';
import { monthsIn, publishedRunning } from './published.ts';
import { noneRunning, plus, type Running, type Tally, tallyOf } from './tally.ts';

/** A span of days that is counted: towards the period, the time before it, or today by itself. */
export interface Counted extends Days {
  readonly towards: 'before' | 'period' | 'today';
}

export interface SpanTally {
  /** Which of the spans, counted from one. */
  readonly span: number;
  readonly commitment: string;
  readonly tally: Tally;
}

export interface CountedNow {
  readonly commitment: string;
  readonly ending: string;
  readonly number: number;
}

/**
 * What is counted for a period. Whoever sees cases is told of today as it stands; whoever sees figures only of whole
 * months, and of this one until yesterday: looking twice a day tells nothing.
 */
export function spansOf(period: Period, viewer: Viewer, today: Temporal.PlainDate): readonly Counted[] {
  const towards = (kind: Counted['towards'], spans: readonly Days[]) =>
    spans.map((span) => ({ ...span, towards: kind }));
  const before = period.previous === null ? [] : [period.previous];
  if (viewer === 'figures-only')
    return [
      ...towards(
        'before',
        before.flatMap((days) => monthsIn(days, today)),
      ),
      ...towards('period', monthsIn(period, today)),
    ];
  const withToday = Temporal.PlainDate.compare(period.to, today) >= 0;
  return [
    ...towards('before', before),
    ...towards('period', [withToday ? { from: period.from, to: today.subtract({ days: 1 }) } : period]),
    ...towards('today', withToday ? [{ from: today, to: today }] : []),
  ];
}

/**
 * Of a promise with a clock, today comes from the promises; of everything else, from the summary.
 * @param packs the policy in force, and those whose promises may still run or ended in the period
 */
export function gather(
  packs: readonly Pack[],
  spans: readonly Counted[],
  days: readonly SpanTally[],
  current: readonly CountedNow[],
  viewer: Viewer,
): Pick<Known, 'period' | 'before' | 'now'> {
  const clocks = new Set(
    packs.flatMap(({ commitments }) =>
      commitments.filter(({ measure }) => measure.kind === 'clock').map(({ id }) => id),
    ),
  );
  const withToday = spans.some(({ towards }) => towards === 'today');
  const period = new Map<string, Tally>();
  const before = new Map<string, Tally>();
  const now = new Map<string, Running>();
  for (const { commitment, span, tally } of days) {
    const towards = spans[span - 1]?.towards;
    if (towards === 'before') add(before, commitment, tally);
    else if (towards === 'period' || !clocks.has(commitment)) add(period, commitment, tally);
  }
  for (const { commitment, ending, number } of current) {
    const owed = now.get(commitment) ?? noneRunning;
    if (ending === 'running' || ending === 'overdue')
      now.set(commitment, { ...owed, [ending]: owed[ending] + number });
    else if (withToday) add(period, commitment, tallyOf(ending, number));
  }
  if (viewer === 'sees-cases') return { period, before, now };
  return { period, before, now: new Map([...now].map(([id, owed]) => [id, publishedRunning(owed)])) };
}

function add(tallies: Map<string, Tally>, commitment: string, tally: Tally): void {
  const sum = tallies.get(commitment);
  tallies.set(commitment, sum ? plus(sum, tally) : tally);
}
