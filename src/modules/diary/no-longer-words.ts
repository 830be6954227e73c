import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';

/** The same words on the page, in diaries and on a day: what is owed, and by when. */
export function agreeAnew(at: Temporal.Instant, calendar: WorkingCalendar): string {
  return `No longer agreed: agree anew before ${momentInWords(at, calendar)}`;
}

/** Where it was never known how to ring then. */
export function agreeFirst(at: Temporal.Instant, calendar: WorkingCalendar): string {
  return `No safe way to ring then is known: agree one before ${momentInWords(at, calendar)}`;
}
