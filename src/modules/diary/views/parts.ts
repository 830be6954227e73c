import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import type { Held as HeldBecause } from '#rules/against-post.ts';
import { atTheOffice, type WorkingCalendar } from '#rules/calendar.ts';
import { weekdayInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { checkInIsMissing, isNotHeardOf, purposes, shortChannels, standingInWords } from '../appointment.ts';
import type { Listed } from '../store/rows.ts';
import type { Held } from '../store/still-agreed.ts';

/** `Wednesday 18 November`. */
export function dayLabel(day: Temporal.PlainDate): string {
  return weekdayInWords(day);
}

/** `10:00 to 10:30`, on the clock of the office's wall. */
export function hoursOf(
  { startsAt, endsAt }: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
  calendar: WorkingCalendar,
): string {
  return `${clock(startsAt, calendar)} to ${clock(endsAt, calendar)}`;
}

export function clock(instant: Temporal.Instant, calendar: WorkingCalendar): string {
  return atTheOffice(instant, calendar).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** `Visit: plan together`. */
export function whatOf({ channel, purpose }: Pick<Listed, 'channel' | 'purpose'>): string {
  return `${shortChannels[channel]}: ${labelOf(purposes, purpose).toLowerCase()}`;
}

/** What to know before setting out, and how it stands. */
export function marksOf(listed: Held, now: Temporal.Instant): Html {
  const words = standsNoMore(listed, now) ? heldInWords(listed) : standingInWords(listed, now);
  const standing = tag({ text: words, classes: colourOf(listed, now) });
  const marks = [
    listed.loneWorking && 'Goes alone',
    listed.twoPeople && 'Two people',
    listed.interpreter === 'to_book' && 'Interpreter to be booked',
    listed.interpreter === 'booked' && 'Interpreter booked',
  ].filter((mark) => mark !== false);
  return html`<div>${standing} ${marks.map((mark) => html`${tag({ text: mark, classes: 'govuk-tag--grey' })} `)}</div>`;
}

/** Nobody goes or rings before it was decided; somebody who is missed is looked for first. */
function standsNoMore(listed: Held, now: Temporal.Instant): boolean {
  return listed.noLonger.length > 0 && !isNotHeardOf(listed) && !checkInIsMissing(listed, now);
}

/** A diary is printed and carried about: why it is held, where it is more than that, stands on its own page. */
function heldInWords({ noLonger }: Held): string {
  return noLonger.every(({ mark }) => mark === undefined) ? 'No longer agreed' : 'Look first';
}

function colourOf(listed: Held, now: Temporal.Instant): string {
  if (isNotHeardOf(listed) || checkInIsMissing(listed, now)) return 'govuk-tag--red';
  if (standsNoMore(listed, now)) return 'govuk-tag--red';
  if (listed.endedHow === 'kept') return 'govuk-tag--green';
  if (listed.endedHow !== null) return 'govuk-tag--grey';
  return Temporal.Instant.compare(listed.startsAt, now) < 0 ? 'govuk-tag--yellow' : 'govuk-tag--blue';
}

/** What would open the door, each once. */
export function opensInWords(reasons: readonly HeldBecause[]): string {
  return [...new Set(reasons.map(({ opens }) => opens))].join(' ');
}

/** Who goes, and who goes along. */
export function whoOf({ staffName, secondStaffName }: Pick<Listed, 'staffName' | 'secondStaffName'>): string {
  return secondStaffName === null ? staffName : `${staffName} and ${secondStaffName}`;
}
