import type { Clock, Commitment, DueRule, Pack } from '#rules/pack.ts';

/** What would be different from last year. */
export interface Change {
  /** New terms, by the id of the promise; where there are none the pack's own hold. */
  readonly due: Readonly<Record<string, DueRule>>;
  /** 1.2: a fifth more is told. */
  readonly told: number;
}

export const noChange: Change = { due: {}, told: 1 };

type Promised = Commitment & { readonly measure: Clock };

/** Promises with a deadline, in the order of the pack. */
export function promisesOf(pack: Pack): readonly Promised[] {
  return pack.commitments.filter((each): each is Promised => each.measure.kind === 'clock');
}

/** Promises with new terms under another pack, by the ids that both have. */
export function changesTo(pack: Pack, other: Pack): Change['due'] {
  const theirs = new Map(promisesOf(other).map(({ id, measure }) => [id, measure.due]));
  return Object.fromEntries(
    promisesOf(pack).flatMap(({ id, measure }) => {
      const due = theirs.get(id);
      return due && JSON.stringify(due) !== JSON.stringify(measure.due) ? [[id, due]] : [];
    }),
  );
}

/** "within 4 working hours", for a sentence. */
export function dueInWords(due: DueRule): string {
  if ('within' in due) return 'by the close of the same working day';
  if ('agreed' in due) return 'on the day that was agreed';
  if ('agreedTime' in due) return aroundInWords(due.agreedTime);
  if ('hours' in due) return `within ${counted(due.hours, 'hour')}, by day or night`;
  if ('workingHours' in due) return `within ${counted(due.workingHours, 'working hour')}`;
  return 'workingDays' in due
    ? `within ${counted(due.workingDays, 'working day')}`
    : `within ${counted(due.calendarDays, 'day')}`;
}

function aroundInWords({
  minutes,
  writtenWithinMinutes,
}: Extract<DueRule, { agreedTime: unknown }>['agreedTime']): string {
  const written = counted(writtenWithinMinutes, 'minute');
  return `within ${counted(minutes, 'minute')} of the time that was agreed, and written down within ${written}`;
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
