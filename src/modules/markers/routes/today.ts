import type { StaffContext } from '#kit/http/route.ts';

/** The day at the office. */
export function todayOf({ now, pack }: StaffContext): Temporal.PlainDate {
  return now.toZonedDateTimeISO(pack.calendar.timeZone).toPlainDate();
}
