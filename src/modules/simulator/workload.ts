import type { Assumptions } from './assumptions.ts';
import type { Timeline } from './timeline.ts';

/**
 * The team's work as two queues that share its hours: what has just been told comes first, open cases take what is
 * left. Work flows in with each disclosure and out at the pace of the team; how long something waits is what is queued
 * before it.
 */
export interface Workload {
  /** Working minutes that something told at this minute waits before anybody takes it up. */
  waitOfDisclosure(minute: number): number;
  /** The same for work on an open case. */
  waitOfCase(minute: number): number;
  /** Of the team's hours, the share that the work takes: above 1 it never catches up. */
  readonly use: number;
  /** The longest that something just told had to wait, in working minutes. */
  readonly longestWait: number;
  /** Hours of work for each colleague in a week, on the whole. */
  readonly hoursAWeek: number;
}

const step = 15;

/** @param told the minutes of the timeline at which something was told, in order */
export function workloadOf(timeline: Timeline, told: readonly number[], assumed: Assumptions): Workload {
  const day = minutesInADay(timeline);
  const pace = (assumed.colleagues * Math.min(assumed.hoursADay * 60, day)) / day;
  const perDisclosure = assumed.minutesToTriage + assumed.minutesToContact;
  const open = Math.max(step, assumed.weeksACaseIsOpen * 5 * day);
  const perCaseMinute = assumed.minutesACaseAWeek / (5 * day);
  const steps = Math.ceil(timeline.length / step) + 1;
  const [front, cases] = [new Float64Array(steps), new Float64Array(steps)];
  let [first, second, begun, ended, all] = [0, 0, 0, 0, 0];
  for (let at = 0; at < steps; at += 1) {
    const minute = at * step;
    const before = begun;
    while (begun < told.length && (told[begun] as number) <= minute) begun += 1;
    while (ended < begun && (told[ended] as number) + open <= minute) ended += 1;
    const fresh = (begun - before) * perDisclosure;
    const running = (begun - ended) * perCaseMinute * step;
    all += fresh + running;
    first += fresh;
    second += running;
    const firstServed = Math.min(first, pace * step);
    first -= firstServed;
    second = Math.max(0, second - (pace * step - firstServed));
    front[at] = first;
    cases[at] = first + second;
  }
  const waitIn = (queue: Float64Array, minute: number) =>
    pace === 0
      ? Number.POSITIVE_INFINITY
      : (queue[Math.min(steps - 1, Math.floor(minute / step))] ?? 0) / pace;
  return {
    waitOfDisclosure: (minute) => waitIn(front, minute),
    waitOfCase: (minute) => waitIn(cases, minute),
    use: all / (pace * timeline.length),
    longestWait: Math.max(0, ...front) / (pace || 1),
    hoursAWeek: all / 60 / Math.max(1, assumed.colleagues) / (timeline.length / (5 * day)),
  };
}

/** All office days are as long as the first one, but for the hour that a clock change takes in the night. */
function minutesInADay(timeline: Timeline): number {
  return Math.max(step, timeline.minuteOf(timeline.instantAt(1) + 12 * 60 * 60_000));
}
