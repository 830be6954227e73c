import { z } from 'zod';
import { formGiven, kept, known, optionalChoice, type Typed } from '#kit/forms.ts';
import { day, optionalDay, typedDay } from '#kit/typed-day.ts';
import { clockTime, whichHalf } from '#kit/typed-moment.ts';
import { timeOn, type WorkingCalendar } from '#rules/calendar.ts';
import type { StaffId } from '#rules/facts.ts';
import { type DayHours, type DutyWeek, minuteOf, timeOfDay } from './duty.ts';

/** ISO weekdays from 1, as a form names its fields and people read them. */
export const weekdays = [
  ['monday', 'Monday'],
  ['tuesday', 'Tuesday'],
  ['wednesday', 'Wednesday'],
  ['thursday', 'Thursday'],
  ['friday', 'Friday'],
  ['saturday', 'Saturday'],
  ['sunday', 'Sunday'],
] as const;

/** A week of duty hours, two times a day; both empty on a day that is not worked. */
export const weekForm = z
  .preprocess(
    (typed) => Object.fromEntries(weekdays.map(([name]) => [name, typedHours(typed as Typed, name)])),
    z.object(Object.fromEntries(weekdays.map(([name]) => [name, hoursOrNone()]))),
  )
  .transform((hours): DutyWeek => weekdays.map(([name]) => hours[name] ?? null));

/** What a form holds for a known week. */
export function weekFields(week: DutyWeek): Typed {
  const text = (minute: number | undefined) =>
    minute === undefined ? '' : timeOfDay(minute).toString({ smallestUnit: 'minute' });
  return Object.fromEntries(
    weekdays.flatMap(([name], index) => [
      [`${name}-starts`, text(week[index]?.starts)],
      [`${name}-ends`, text(week[index]?.ends)],
    ]),
  );
}

function typedHours(typed: Typed, name: string): DayHours | null | string {
  const [starts, ends] = [kept(typed, `${name}-starts`).trim(), kept(typed, `${name}-ends`).trim()];
  if (starts === '' && ends === '') return null;
  const label = weekdays.find(([each]) => each === name)?.[1];
  const [from, to] = [clockTime(starts), clockTime(ends)];
  const unsaid = (!from && whichHalf(starts)) || (!to && whichHalf(ends));
  if (unsaid) return `${label}: ${unsaid.toLowerCase()}`;
  if (!from || !to) return `${label}: enter when you begin and when you end, for example 09:00 and 17:00`;
  if (Temporal.PlainTime.compare(from, to) >= 0) return `${label}: the end comes after the beginning`;
  return { starts: minuteOf(from), ends: minuteOf(to) };
}

function hoursOrNone() {
  return z.custom<DayHours | null>((value) => typeof value !== 'string', {
    error: ({ input }) => String(input),
  });
}

export interface AbsenceTyped {
  readonly staffId: StaffId | null;
  readonly deputyId: StaffId | null;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant | null;
}

const colleague = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  (z.uuid('Choose somebody from the list') as unknown as z.ZodType<StaffId>).nullable(),
);

const midnight = Temporal.PlainTime.from('00:00');
const timeOrNone = z.custom<Temporal.PlainTime | null>((value) => typeof value !== 'string', {
  error: ({ input }) => String(input),
});

/**
 * Away from a first day until a last one, whole days unless times are given; without a last day, until further notice.
 * Neither why nor where: that is nobody's business here.
 */
export const absenceForm = formGiven(
  z
    .object({
      staffId: colleague,
      deputyId: colleague,
      first: day,
      last: optionalDay,
      leaves: timeOrNone,
      returns: timeOrNone,
      calendar: known<WorkingCalendar>(),
    })
    .transform(({ staffId, deputyId, first, last, leaves, returns, calendar }) => ({
      staffId,
      deputyId,
      from: timeOn(first, leaves ?? midnight, calendar),
      until: last && timeOn(returns ? last : last.add({ days: 1 }), returns ?? midnight, calendar),
    }))
    .refine(({ from, until }) => until === null || Temporal.Instant.compare(from, until) < 0, {
      path: ['last'],
      message: 'The last day comes before the first one',
    }) satisfies z.ZodType<AbsenceTyped>,
  (typed, calendar: WorkingCalendar) => ({
    ...typed,
    first: typedDay(typed, 'first', { missing: 'Enter the first day' }),
    last: typedDay(typed, 'last'),
    leaves: optionalTime(typed, 'leaves'),
    returns: optionalTime(typed, 'returns'),
    calendar,
  }),
);

function optionalTime(typed: Typed, name: string): Temporal.PlainTime | null | string {
  const text = kept(typed, name).trim();
  return text === ''
    ? null
    : (clockTime(text) ?? whichHalf(text) ?? 'Enter the time, for example 14:30, or nothing');
}

export const genders = ['woman', 'man', 'another'] as const;
export type WorkerGender = (typeof genders)[number];

/** What somebody says of themselves, or nothing. */
export const genderForm = z.object({ gender: optionalChoice(genders, '') });
