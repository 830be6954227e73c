import { dateInWords } from '#rules/moment.ts';
import { keptShare, type Share, shareInWords, shown, shownInWords, type Viewer } from './discretion.ts';
import type { Standing } from './measures.ts';
import type { Tally } from './tally.ts';
import { type Trend, trendOf } from './trend.ts';

/** A promise's figures as this viewer may read them, in words. */
export interface Figures {
  readonly ended: string;
  readonly kept: string;
  readonly byPlan: string;
  readonly broken: string;
  readonly share: Share;
  readonly shareWords: string;
  /** Null where no clock runs: nothing can be running or overdue. */
  readonly running: string | null;
  readonly overdue: string | null;
  readonly isOverdue: boolean;
  readonly trend: Trend;
}

export function figuresOf(standing: Extract<Standing, { kind: 'promise' }>, viewer: Viewer): Figures {
  const { tally, before, now } = standing;
  const share = keptShare(tally, viewer);
  return {
    ...partsOf(tally, viewer),
    share,
    shareWords: shareInWords(share),
    running: now && number(now.running, viewer),
    overdue: now && number(now.overdue, viewer),
    isOverdue: (now?.overdue ?? 0) > 0,
    trend: trendOf(share, keptShare(before, viewer)),
  };
}

export function partsOf({ ended, met, byPlan, breached }: Tally, viewer: Viewer) {
  return {
    ended: number(ended, viewer),
    kept: number(met, viewer),
    byPlan: number(byPlan, viewer),
    broken: number(breached, viewer),
  };
}

export function number(value: number, viewer: Viewer): string {
  return shownInWords(shown(value, viewer));
}

/** What is said of anything that is not a promise with an end. */
export function standingInWords(standing: Exclude<Standing, { kind: 'promise' }>, viewer: Viewer): string {
  if (standing.kind === 'unmeasured') return `Not measured yet. ${standing.because}`;
  if (standing.kind === 'count') return counted(number(standing.count, viewer), standing.says);
  return standing.overdue
    ? `Overdue: the review was due by ${dateInWords(standing.by)}.`
    : `In time: the next review is due by ${dateInWords(standing.by)}.`;
}

/** "1 time asked", "2 times asked": what is counted comes first, and in the plural. */
function counted(count: string, says: string): string {
  return `${count} ${count === '1' ? says.replace(/^(\w+)s\b/, '$1') : says}`;
}
