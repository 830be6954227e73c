import type { WorkingCalendar } from '#rules/calendar.ts';
import { dueAt } from '#rules/clock.ts';
import type { DueRule, Pack } from '#rules/pack.ts';
import type { Assumptions } from './assumptions.ts';
import type { Chance } from './chance.ts';
import { type Change, promisesOf } from './change.ts';
import type { History, PastPromise } from './history.ts';
import type { Timeline } from './timeline.ts';
import { type Workload, workloadOf } from './workload.ts';

/** How one promise would have gone. */
export interface Count {
  readonly met: number;
  readonly byPlan: number;
  readonly breached: number;
}

export interface Replayed {
  readonly promises: ReadonlyMap<string, Count>;
  readonly workload: Workload;
}

/** What a replay is made from; `before` is last year's own workload, against which the change is measured. */
export interface Stage {
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
  readonly history: History;
  readonly timeline: Timeline;
  readonly assumed: Assumptions;
  readonly before: Workload;
  /** When a promise is due that began then, in milliseconds since 1970; reckoned once for all replays. */
  readonly dueOf: (due: DueRule, startedAt: number) => number;
}

export function stageOf(
  pack: Pack,
  calendar: WorkingCalendar,
  history: History,
  timeline: Timeline,
  assumed: Assumptions,
): Stage {
  const before = workloadOf(timeline, toldMinutes(pack, history.promises, timeline), assumed);
  return { pack, calendar, history, timeline, assumed, before, dueOf: reckoning(calendar) };
}

function reckoning(calendar: WorkingCalendar): Stage['dueOf'] {
  const known = new Map<DueRule, Map<number, number>>();
  return (due, startedAt) => {
    const times = known.get(due) ?? new Map<number, number>();
    known.set(due, times);
    const began = Temporal.Instant.fromEpochMilliseconds(Math.round(startedAt));
    const at = times.get(startedAt) ?? dueAt(due, began, calendar).epochMilliseconds;
    times.set(startedAt, at);
    return at;
  };
}

/**
 * Last year once more, under a change. Nothing is guessed about how well people work: each promise takes as long as it
 * took, plus what it would wait longer in the team's queue, or less what it would wait less. So without a change the
 * replay is last year, to the minute.
 */
export function replay(stage: Stage, change: Change, assumed: Assumptions, chance: Chance): Replayed {
  const { pack, timeline, history, before } = stage;
  const promises = withMoreOrLess(history.promises, pack, timeline, change.told, chance);
  const workload = workloadOf(timeline, toldMinutes(pack, promises, timeline), assumed);
  const first = new Set(firstPromises(pack));
  const counts = new Map<string, { met: number; byPlan: number; breached: number }>();
  const terms = new Map(promisesOf(pack).map(({ id, measure }) => [id, change.due[id] ?? measure.due]));
  for (const promise of promises) {
    const due = terms.get(promise.commitment);
    if (!due || 'agreed' in due || 'agreedTime' in due) continue;
    const count = counts.get(promise.commitment) ?? { met: 0, byPlan: 0, breached: 0 };
    const minute = timeline.minuteOf(promise.startedAt);
    const later = first.has(promise.commitment)
      ? workload.waitOfDisclosure(minute) - before.waitOfDisclosure(minute)
      : workload.waitOfCase(minute) - before.waitOfCase(minute);
    const end = stage.dueOf(due, promise.startedAt);
    const planned = promise.plannedAt !== null && promise.plannedAt <= end;
    if (inTime(promise, later, end, timeline)) count.met += 1;
    else if (planned) count.byPlan += 1;
    else count.breached += 1;
    counts.set(promise.commitment, count);
  }
  return { promises: counts, workload };
}

function inTime({ startedAt, keptAt }: PastPromise, later: number, due: number, timeline: Timeline): boolean {
  if (keptAt === null) return false;
  if (later === 0) return keptAt <= due;
  if (!Number.isFinite(later)) return false;
  const kept = Math.max(timeline.minuteOf(startedAt), timeline.minuteOf(keptAt) + later);
  // Kept out of hours, it stays so where nothing pushes it on.
  return kept <= timeline.minuteOf(due) && (later > 0 || keptAt <= due || kept < timeline.minuteOf(keptAt));
}

/** Promises that begin with somebody telling: they queue before work on open cases. */
function firstPromises(pack: Pack): readonly string[] {
  return promisesOf(pack)
    .filter(({ measure }) => measure.starts === 'disclosure.received')
    .map(({ id }) => id);
}

/** What was told: one promise of each subject that began with it. */
function toldIn(pack: Pack, promises: readonly PastPromise[]): readonly PastPromise[] {
  const first = new Set(firstPromises(pack));
  const subjects = new Map<number, PastPromise>();
  for (const promise of promises)
    if (first.has(promise.commitment) && !subjects.has(promise.subject))
      subjects.set(promise.subject, promise);
  return [...subjects.values()];
}

/**
 * When something was told, on the timeline: as many moments as there were to the nearest five, so that no figure of the
 * work, whatever is assumed of it, tells of one disclosure more or less.
 */
function toldMinutes(pack: Pack, promises: readonly PastPromise[], timeline: Timeline): readonly number[] {
  const told = toldIn(pack, promises)
    .map(({ startedAt }) => timeline.minuteOf(startedAt))
    .sort(byNumber);
  const many = Math.round(told.length / 5) * 5;
  return Array.from({ length: many }, (_, nth) => told[Math.floor((nth * told.length) / many)] as number);
}

/** More of the same kind, told in other weeks; or some of it not told at all. */
function withMoreOrLess(
  promises: readonly PastPromise[],
  pack: Pack,
  timeline: Timeline,
  share: number,
  chance: Chance,
): readonly PastPromise[] {
  if (share === 1) return promises;
  const subjects = toldIn(pack, promises).map(({ subject }) => subject);
  if (share < 1) {
    const left = new Set(chance.shuffled(subjects).slice(Math.round(subjects.length * share)));
    return promises.filter(({ subject }) => !left.has(subject));
  }
  const bySubject = Map.groupBy(promises, ({ subject }) => subject);
  const more: PastPromise[] = [];
  const extra = Math.round(subjects.length * (share - 1));
  let next = Math.max(0, ...promises.map(({ subject }) => subject));
  for (let nth = 0; nth < extra && subjects.length > 0; nth += 1) {
    next += 1;
    const shift = chance.whole(-4, 4) * 7 * 24 * 60 * 60_000;
    const moved = (at: number | null) => at && at + shift;
    for (const promise of bySubject.get(chance.pick(subjects)) ?? [])
      more.push({
        ...promise,
        subject: next,
        startedAt: promise.startedAt + shift,
        keptAt: moved(promise.keptAt),
        plannedAt: moved(promise.plannedAt),
      });
  }
  return [...promises, ...more.filter(({ startedAt }) => timeline.minuteOf(startedAt) > 0)];
}

function byNumber(one: number, other: number): number {
  return one - other;
}
