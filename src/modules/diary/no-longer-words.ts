import type { WorkingCalendar } from '#rules/calendar.ts';
import type { Against } from '#rules/gate.ts';
import { markOf } from '#rules/held-in-case.ts';
import { momentInWords } from '#rules/moment.ts';

/** The same words on the page, in diaries and on a day: what is owed, and by when. */
export function agreeAnew(
  reasons: readonly Pick<Against, 'mark'>[],
  at: Temporal.Instant,
  calendar: WorkingCalendar,
): string {
  const agreed = reasons.some(({ mark }) => mark === undefined);
  return `${markOf(reasons)}: ${agreed ? 'agree anew' : 'decide'} before ${momentInWords(at, calendar)}`;
}

/** Where it was never known how to ring then. */
export function agreeFirst(
  reasons: readonly Pick<Against, 'mark'>[],
  at: Temporal.Instant,
  calendar: WorkingCalendar,
): string {
  if (reasons.every(({ mark }) => mark !== undefined)) return agreeAnew(reasons, at, calendar);
  return `No safe way to ring then is known: agree one before ${momentInWords(at, calendar)}`;
}
