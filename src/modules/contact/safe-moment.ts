import { stillOwed } from '#modules/case-file/pure.ts';
import type { ObligationSummary } from '#modules/obligations/index.ts';
import { type Member, type Wall, whoSees } from '#modules/wall/pure.ts';
import { atTheOffice, type WorkingCalendar } from '#rules/calendar.ts';
import { dateInWords, dayInWords, weekdays } from '#rules/moment.ts';
import type { Pack } from '#rules/pack.ts';
import type { Duty, SafeMoment } from '#rules/safe-moment.ts';

/** When the first promise falls due that a contact would keep; null: none is owed. */
export function contactDue(promises: readonly ObligationSummary[], pack: Pack): Temporal.Instant | null {
  const keptByContact = new Set(
    pack.commitments
      .filter(({ measure }) => measure.kind === 'clock' && measure.stops.includes('contact.made'))
      .map(({ id }) => id),
  );
  return promises
    .filter((promise) => keptByContact.has(promise.commitment) && stillOwed(promise))
    .map(({ dueAt }) => dueAt)
    .reduce<Temporal.Instant | null>(
      (first, each) => (first === null || Temporal.Instant.compare(each, first) < 0 ? each : first),
      null,
    );
}

/** The duty of those who may see the case; whoever leads it is asked first. */
export function dutyFor(
  file: Wall & { readonly leadId: string | null },
  members: readonly Member[],
  spans: readonly Duty[],
): readonly Duty[] {
  const seeing = new Set<string>(whoSees(file, members).map((member) => member.id));
  const theirs = spans.filter(({ staffId }) => seeing.has(staffId));
  const leads = ({ staffId }: Duty) => Number(staffId === file.leadId);
  return theirs.toSorted((one, other) => leads(other) - leads(one));
}

/** `today 14:00 to 15:30`, `now, until 15:30`, `tomorrow 10:00 to 14:00`,
 * `on Monday 23 November 10:00 to 14:00`. */
export function whenInWords(
  { from, to }: Extract<SafeMoment, { readonly from: Temporal.Instant }>,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): string {
  const until = clock(to, calendar);
  if (Temporal.Instant.compare(from, now) <= 0) return `now, until ${until}`;
  return `${dayFrom(now, from, calendar)} ${clock(from, calendar)} to ${until}`;
}

function dayFrom(now: Temporal.Instant, then: Temporal.Instant, calendar: WorkingCalendar): string {
  const day = atTheOffice(then, calendar).toPlainDate();
  const today = atTheOffice(now, calendar).toPlainDate();
  const days = today.until(day).days;
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  const weekday = weekdays[day.dayOfWeek - 1];
  return `on ${weekday} ${day.year === today.year ? dayInWords(day) : dateInWords(day)}`;
}

function clock(instant: Temporal.Instant, calendar: WorkingCalendar): string {
  return atTheOffice(instant, calendar).toPlainTime().toString({ smallestUnit: 'minute' });
}
