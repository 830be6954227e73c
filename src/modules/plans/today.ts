/** Today on the calendar of a British office, where the landlord's own is not at hand. */
export function today(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO('Europe/London').toPlainDate();
}

/** For what happened on a day, where nobody said at what time. */
export function noonOf(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '12:00' }).toInstant();
}
