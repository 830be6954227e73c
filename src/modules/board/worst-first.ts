import type { Measured } from './board.ts';
import { figure, type Shown, type Viewer } from './discretion.ts';
import { noneRunning } from './tally.ts';

/** The promises as somebody with one minute reads them. */
export interface WorstFirst {
  /** Those with figures to tell: what is overdue first, then what was broken most often. */
  readonly rows: readonly Measured[];
  /** Overdue, and too few to say how many. */
  readonly fewOverdue: readonly Measured[];
  /** Nothing is overdue, and too few ended to tell anything of them. */
  readonly tooFew: readonly Measured[];
}

/**
 * What is worst first, by what this viewer may read alone: an order by exact figures would give small ones away. To
 * whoever may not see cases, promises of which only *fewer than 5* could be said are named together instead.
 */
export function worstFirst(promises: readonly Measured[], viewer: Viewer): WorstFirst {
  const ordered = promises
    .map((each) => ({ each, weight: weightOf(each, viewer) }))
    .toSorted(
      ({ weight: one }, { weight: other }) =>
        other.overdue - one.overdue ||
        other.broken - one.broken ||
        other.late - one.late ||
        Number(one.ended === 0) - Number(other.ended === 0),
    );
  const told = (which: (weight: Weight) => boolean) =>
    ordered.filter(({ weight }) => which(weight)).map(({ each }) => each);
  if (viewer === 'sees-cases') return { rows: told(() => true), fewOverdue: [], tooFew: [] };
  const hasRow = ({ ended, overdue }: Weight) => ended > 1 || overdue > 1;
  return {
    rows: told(hasRow),
    fewOverdue: told((weight) => !hasRow(weight) && weight.overdue > 0),
    tooFew: told((weight) => !hasRow(weight) && weight.overdue === 0),
  };
}

interface Weight {
  readonly overdue: number;
  readonly ended: number;
  /** Of those that ended, as a share. */
  readonly broken: number;
  readonly late: number;
}

function weightOf({ standing }: Measured, viewer: Viewer): Weight {
  if (standing.kind !== 'promise') return { overdue: 0, ended: 0, broken: 0, late: 0 };
  const { tally, now } = standing;
  const read = (name: 'ended' | 'breached' | 'recordedLate') => weigh(figure(tally, name, viewer));
  const ended = read('ended');
  return {
    overdue: weigh(figure(now ?? noneRunning, 'overdue', viewer)),
    ended,
    broken: ended === 0 ? 0 : read('breached') / ended,
    late: read('recordedLate'),
  };
}

/** A figure as it is shown: a few weigh alike, however many they are. */
function weigh(told: Shown): number {
  if (told.kind === 'between') return (told.least + told.most) / 2;
  return told.kind === 'few' ? 1 : told.value;
}
