import { ICalCalendar, ICalEventClass } from 'ical-generator';

/** Every word that somebody else's calendar shows of ours, whatever the appointment is. */
export const calendarWords = {
  name: 'Appointments',
  appointment: 'Appointment',
  lookFirst: 'Appointment: look first',
} as const;

/** One appointment as a feed tells it: when, and nothing else. */
export interface FeedItem {
  /** Tells nothing, and stays the same for the same appointment. */
  readonly uid: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** It is not agreed any more: whoever reads this looks here before going. */
  readonly lookFirst: boolean;
}

/**
 * A calendar that any program can read. It lies on phones and in other people's clouds: no name, no place, no
 * reference, nothing that says what the appointments are, so that whoever sees it learns when, and no more.
 * @param now the stamp of every item, as the format wants one
 */
export function feedText(items: readonly FeedItem[], now: Temporal.Instant): string {
  const calendar = new ICalCalendar({
    name: calendarWords.name,
    prodId: '//Lintel//Appointments//EN',
    ttl: 60 * 60,
  });
  for (const { uid, startsAt, endsAt, lookFirst } of items)
    calendar.createEvent({
      id: uid,
      stamp: now,
      start: startsAt,
      end: endsAt,
      summary: lookFirst ? calendarWords.lookFirst : calendarWords.appointment,
      class: ICalEventClass.PRIVATE,
    });
  return calendar.toString();
}
