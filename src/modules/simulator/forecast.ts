import type { Assumptions } from './assumptions.ts';
import { chance } from './chance.ts';
import { type Change, noChange, promisesOf } from './change.ts';
import { type Count, type Replayed, replay, type Stage } from './replay.ts';

/** Of many replays: the middle one, and between which nine of ten lie. */
export interface Range {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
}

export interface PromiseForecast {
  readonly id: string;
  readonly title: string;
  /** Last year, as it was. */
  readonly before: Count;
  readonly ended: Range;
  readonly breached: Range;
}

export interface Forecast {
  readonly promises: readonly PromiseForecast[];
  readonly use: { readonly before: number; readonly after: Range };
  /** Hours for each colleague in a week, on the whole. */
  readonly hoursAWeek: { readonly before: number; readonly after: Range };
  /** Working minutes that something just told waited at most. */
  readonly longestWait: { readonly before: number; readonly after: Range };
}

const runs = 60;
const none: Count = { met: 0, byPlan: 0, breached: 0 };

/**
 * Replays last year many times under a change, each with other chances; the same change
 * always gives the same answer.
 */
export function forecast(stage: Stage, change: Change, assumed: Assumptions): Forecast {
  const before = replay(stage, noChange, stage.assumed, chance('before'));
  // Nothing is left to chance where as much is told as was.
  const times = change.told === 1 ? 1 : runs;
  const after = Array.from({ length: times }, (_, nth) =>
    replay(stage, change, assumed, chance(`what if ${nth}`)),
  );
  const over = (figure: (run: Replayed) => number) => rangeOf(after.map(figure));
  return {
    promises: promisesOf(stage.pack).flatMap(({ id, title }) => {
      const counted = before.promises.get(id);
      if (!counted) return [];
      const of = (run: Replayed) => run.promises.get(id) ?? none;
      return [
        {
          id,
          title,
          before: counted,
          ended: over((run) => endedIn(of(run))),
          breached: over((run) => of(run).breached),
        },
      ];
    }),
    use: { before: before.workload.use, after: over(({ workload }) => workload.use) },
    hoursAWeek: {
      before: before.workload.hoursAWeek,
      after: over(({ workload }) => workload.hoursAWeek),
    },
    longestWait: {
      before: before.workload.longestWait,
      after: over(({ workload }) => workload.longestWait),
    },
  };
}

export function endedIn({ met, byPlan, breached }: Count): number {
  return met + byPlan + breached;
}

function rangeOf(values: readonly number[]): Range {
  const ordered = values.toSorted((one, other) => one - other);
  const at = (share: number) => ordered[Math.round((ordered.length - 1) * share)] ?? 0;
  return { middle: at(0.5), low: at(0.05), high: at(0.95) };
}
