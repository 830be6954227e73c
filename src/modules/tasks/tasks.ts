import { closesOn, thisOrLastWorkingDay, type WorkingCalendar } from '#rules/calendar.ts';
import { allowed, refused, type StaffId, type Verdict } from '#rules/facts.ts';
import { remaining } from '#rules/remaining-time.ts';
import type { Choice } from '#rules/words.ts';

export const taskStates = ['open', 'done', 'dropped'] as const;
export type TaskState = (typeof taskStates)[number];

/** The page on which a task was thought of. */
export const taskPages = ['case', 'day', 'supervision', 'plan', 'closing'] as const;
export type TaskPage = (typeof taskPages)[number];

/** What became of a task, in the order of its history. */
export const taskChanges = [
  { value: 'added', label: 'Added' },
  { value: 'moved', label: 'Moved to another day' },
  { value: 'handed_over', label: 'Given to somebody else' },
  { value: 'done', label: 'Done' },
  { value: 'dropped', label: 'Dropped' },
] as const satisfies readonly Choice[];
export type TaskChange = (typeof taskChanges)[number]['value'];

export const pageWords: Readonly<Record<TaskPage, string>> = {
  case: 'From the case',
  day: 'From my day',
  supervision: 'Agreed in supervision',
  plan: 'From the action plan',
  closing: 'From closing the case',
};

/** A task is due when the office closes on its day or, where it is closed that day, on the last one before. */
export function taskDueAt(dueOn: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.Instant {
  return closesOn(thisOrLastWorkingDay(dueOn, calendar), calendar);
}

/** "Due tomorrow by 17:00", "overdue by 2 working days". */
export function taskDueInWords(
  dueOn: Temporal.PlainDate,
  calendar: WorkingCalendar,
  now: Temporal.Instant,
): string {
  return remaining(now, taskDueAt(dueOn, calendar), calendar);
}

/** What is done or dropped stays so: its history is added to, not rewritten. */
export function mayChangeTask(state: TaskState): Verdict {
  if (state === 'open') return allowed;
  return refused(`This task is ${state} already. Add another one instead.`, 'records');
}

/** A reminder of one's own is nobody else's; a task of a case may be given to anybody whom its wall lets in. */
export function mayOwn(ownerId: StaffId, offered: readonly { readonly id: StaffId }[]): Verdict {
  if (offered.some((colleague) => colleague.id === ownerId)) return allowed;
  return refused('This colleague cannot be given a task of this case.', 'need-to-know');
}
