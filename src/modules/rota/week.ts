import { atTheOffice, timeOn, type WorkingCalendar } from '#rules/calendar.ts';
import type { StaffId } from '#rules/facts.ts';
import { type Away, type DutyWeek, dutySpansOf, officeWeek, type Span } from './duty.ts';

/** One colleague's day on the rota: their hours, or why there are none. */
export type DayOnRota =
  | { readonly kind: 'on'; readonly spans: readonly Span[] }
  | { readonly kind: 'away' | 'closed' | 'off' };

export interface RotaRow {
  readonly staffId: StaffId;
  readonly name: string;
  readonly days: readonly DayOnRota[];
}

export interface RotaWeek {
  /** Monday to Friday, and the weekend where anybody works on it. */
  readonly days: readonly Temporal.PlainDate[];
  readonly rows: readonly RotaRow[];
}

export interface RotaFacts {
  readonly monday: Temporal.PlainDate;
  readonly team: readonly { readonly id: StaffId; readonly name: string }[];
  readonly weeks: ReadonlyMap<StaffId, DutyWeek>;
  readonly absences: readonly (Away & { readonly staffId: StaffId })[];
}

/** The Monday of a day's week. */
export function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

/** From the first moment of a Monday to that of the next one. */
export function spanOfWeek(monday: Temporal.PlainDate, calendar: WorkingCalendar): Span {
  return { from: midnight(monday, calendar), to: midnight(monday.add({ days: 7 }), calendar) };
}

/** Who is on duty on which day of a week, in the order of the team. */
export function rotaWeek(facts: RotaFacts, calendar: WorkingCalendar): RotaWeek {
  const all = [0, 1, 2, 3, 4, 5, 6].map((more) => facts.monday.add({ days: more }));
  const rows = facts.team.map(({ id, name }) => ({
    staffId: id,
    name,
    days: all.map((day) => dayOf(id, day, facts, calendar)),
  }));
  const shown = all.map(
    (day, index) => day.dayOfWeek <= 5 || rows.some((row) => isWorked(row.days[index]?.kind)),
  );
  return {
    days: all.filter((_, index) => shown[index]),
    rows: rows.map((row) => ({ ...row, days: row.days.filter((_, index) => shown[index]) })),
  };
}

/** Who of these is on duty at a moment, each with when that ends; whoever stays longest last. */
export function onDutyAt(
  at: Temporal.Instant,
  facts: Omit<RotaFacts, 'monday'>,
  calendar: WorkingCalendar,
): readonly { readonly name: string; readonly until: Temporal.Instant }[] {
  const today = midnight(atTheOffice(at, calendar).toPlainDate(), calendar);
  const day = { from: today, to: today.add({ hours: 36 }) };
  return facts.team
    .flatMap(({ id, name }) =>
      dutySpansOf({ week: weekOf(id, facts, calendar), absences: absencesOf(id, facts) }, day, calendar)
        .filter(({ from, to }) => !later(from, at) && later(to, at))
        .map(({ to }) => ({ name, until: to })),
    )
    .toSorted((one, other) => Temporal.Instant.compare(one.until, other.until));
}

function dayOf(id: StaffId, day: Temporal.PlainDate, facts: RotaFacts, calendar: WorkingCalendar): DayOnRota {
  const week = weekOf(id, facts, calendar);
  const whole = { from: midnight(day, calendar), to: midnight(day.add({ days: 1 }), calendar) };
  const spans = dutySpansOf({ week, absences: absencesOf(id, facts) }, whole, calendar);
  if (spans.length > 0) return { kind: 'on', spans };
  if (!week[day.dayOfWeek - 1]) return { kind: 'off' };
  return { kind: calendar.closed.has(day.toString()) ? 'closed' : 'away' };
}

function isWorked(kind: DayOnRota['kind'] | undefined): boolean {
  return kind === 'on' || kind === 'away';
}

function weekOf(id: StaffId, { weeks }: Pick<RotaFacts, 'weeks'>, calendar: WorkingCalendar): DutyWeek {
  return weeks.get(id) ?? officeWeek(calendar);
}

function absencesOf(id: StaffId, { absences }: Pick<RotaFacts, 'absences'>): readonly Away[] {
  return absences.filter((absence) => absence.staffId === id);
}

function midnight(day: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.Instant {
  return timeOn(day, Temporal.PlainTime.from('00:00'), calendar);
}

function later(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0;
}
