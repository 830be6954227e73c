import fc from 'fast-check';
import { type Agreement, agreedChannels, type WeeklyWindow } from './agreement.ts';
import { type AgreedDay, type WorkingCalendar, workingCalendar } from './calendar.ts';
import type { Surroundings } from './may-meet.ts';
import type { CalendarRules } from './pack.ts';

/** An office for tests: Monday to Friday, nine to five, in England. */
export const officeRules: CalendarRules = {
  division: 'england-and-wales',
  timeZone: 'Europe/London',
  workingDays: [1, 2, 3, 4, 5],
  opens: '09:00',
  closes: '17:00',
  cutOff: null,
  outOfHoursTarget: '12:00',
  closures: [],
};

const bankHolidays = [
  ['2026-04-03', 'Good Friday'],
  ['2026-04-06', 'Easter Monday'],
  ['2026-05-04', 'Early May bank holiday'],
  ['2026-05-25', 'Spring bank holiday'],
  ['2026-08-31', 'Summer bank holiday'],
  ['2026-12-25', 'Christmas Day'],
  ['2026-12-28', 'Boxing Day'],
  ['2027-12-27', 'Christmas Day'],
  ['2027-12-28', 'Boxing Day'],
  ['2028-01-03', 'New Year’s Day'],
] as const;

export const office = officeWith({});

export function officeWith(
  differences: Partial<CalendarRules>,
  agreed: readonly AgreedDay[] = [],
): WorkingCalendar {
  return workingCalendar(
    { ...officeRules, ...differences },
    bankHolidays.map(([date, title]) => ({ date, title })),
    agreed,
  );
}

/** The same office, whose own closure of these days was agreed then (`2026-07-01 09:00`). */
export function officeClosed(since: string, ...days: readonly string[]): WorkingCalendar {
  return officeWith(
    {},
    days.map((day) => ({ day, since: at(since).epochMilliseconds })),
  );
}

/** `2026-07-01 16:55` as the clock on a London wall shows it. */
export function at(local: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/London').toInstant();
}

/** The other way round, with the weekday: `Mon 2026-07-06 17:00`. */
export function wall(instant: Temporal.Instant): string {
  const local = instant.toZonedDateTimeISO('Europe/London');
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][local.dayOfWeek - 1];
  return `${weekday} ${local.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')}`;
}

/** May be rung on weekdays between ten and two, and nothing else. */
export const phoneAgreed: Agreement = {
  channel: 'phone',
  mayLeaveVoicemail: false,
  mayText: false,
  mayEmail: false,
  mayPost: false,
  mayVisit: false,
  meetingPlace: '',
  contactPerson: '',
  times: '',
  windows: [{ days: [1, 2, 3, 4, 5], from: '10:00', to: '14:00' }],
  never: [],
  interpreter: '',
  workerGender: '',
  agreedWithPerson: true,
  askedAt: at('2026-07-01 09:00'),
  unsureSince: null,
  changedSince: null,
};

/** A case that runs, in which nobody is known to be feared. */
export const quiet: Surroundings = {
  closed: false,
  resting: false,
  restsUntil: null,
  blockedStaff: [],
  feared: [],
};

const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Any hours on any days. */
export const windows: fc.Arbitrary<WeeklyWindow> = fc
  .tuple(fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), minutes, minutes)
  .filter(([, one, other]) => one !== other)
  .map(([days, one, other]) => ({
    days,
    from: clock(Math.min(one, other)),
    to: clock(Math.max(one, other)),
  }));

/** Any agreement that nobody doubts, asked on 1 July 2026. */
export const agreements: fc.Arbitrary<Agreement> = fc
  .record({
    channel: fc.constantFrom(...agreedChannels.map(({ value }) => value)),
    mayLeaveVoicemail: fc.boolean(),
    mayText: fc.boolean(),
    mayEmail: fc.boolean(),
    mayPost: fc.boolean(),
    mayVisit: fc.boolean(),
    meetingPlace: fc.constantFrom('', 'The library'),
    contactPerson: fc.constantFrom('', 'Her sister'),
    times: fc.constantFrom('', '', '', 'After the school run'),
    windows: fc.array(windows, { maxLength: 3 }),
    never: fc.array(windows, { maxLength: 2 }),
  })
  .map((differences) => ({ ...phoneAgreed, ...differences }));
