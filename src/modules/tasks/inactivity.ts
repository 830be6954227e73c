import { atTheOffice, nextWorkingDay, timeOn, type WorkingCalendar } from '#rules/calendar.ts';
import { dueAt } from '#rules/clock.ts';
import type { RiskLevel, Role, StaffId } from '#rules/facts.ts';

/**
 * After how many working days without any act an open case raises the alarm. The policies name no time: these are
 * Lintel's. A case whose risk nobody has assessed yet is not taken for a harmless one.
 */
export const untouchedDays: Readonly<Record<RiskLevel | 'unassessed', number>> = {
  high: 2,
  unassessed: 3,
  medium: 5,
  standard: 10,
};

/** An open case as the sweep finds it. */
export interface Waiting {
  readonly riskLevel: RiskLevel | null;
  /** When anybody last did something about it; looking is not doing. */
  readonly lastActedAt: Temporal.Instant;
  /** The earliest promise still owed. */
  readonly nextDueAt: Temporal.Instant | null;
  /** It rests at the person's own wish until then (V3.4); null: it does not rest. */
  readonly restsUntil: Temporal.Instant | null;
  /** The act that was the last when the alarm was raised; null: it is not. */
  readonly untouchedSince: Temporal.Instant | null;
  /** How many steps up the line were told. */
  readonly step: number;
}

/**
 * When the alarm goes: at the close of the working day on which so many have passed without an act, or one working day
 * after a promise fell due that nobody has touched since, whichever is first. A case that rests goes by its agreed
 * next contact alone: until then nobody is to be pressed (V3.4).
 */
export function alarmAt(waiting: Waiting, calendar: WorkingCalendar): Temporal.Instant {
  const { riskLevel, lastActedAt, nextDueAt, restsUntil } = waiting;
  const rested = restsUntil ? later(restsUntil, lastActedAt) : lastActedAt;
  const quiet = dueAt({ workingDays: untouchedDays[riskLevel ?? 'unassessed'] }, rested, calendar);
  const untouchedPromise =
    nextDueAt && !restsUntil && Temporal.Instant.compare(lastActedAt, nextDueAt) <= 0
      ? dueAt({ workingDays: 1 }, nextDueAt.subtract({ seconds: 1 }), calendar)
      : null;
  return untouchedPromise ? earlier(quiet, untouchedPromise) : quiet;
}

/** Up the line: the lead, a working day later the manager, then the manager's manager. */
export const lastStep = 3;

export interface Looked {
  /** The one step to tell people of now, 1 to `lastStep`, or none. However long nobody looked, one at a time. */
  readonly step: number | null;
  readonly lookAt: Temporal.Instant;
  readonly untouchedSince: Temporal.Instant | null;
  readonly stepsTold: number;
}

/**
 * What the sweep does about a case now, and when it looks again: each working day at the latest, because a level may
 * rise or a promise may begin meanwhile.
 */
export function lookAtCase(waiting: Waiting, calendar: WorkingCalendar, now: Temporal.Instant): Looked {
  const tomorrow = openingAfter(now, calendar);
  const due = alarmAt(waiting, calendar);
  // Also where it was put to rest after the alarm went: then the day that was agreed is waited for.
  if (Temporal.Instant.compare(now, due) <= 0)
    return { step: null, lookAt: earlier(due, tomorrow), untouchedSince: null, stepsTold: 0 };
  const standing = waiting.untouchedSince?.equals(waiting.lastActedAt) ?? false;
  const told = standing ? waiting.step : 0;
  const step = told < lastStep ? told + 1 : null;
  return { step, lookAt: tomorrow, untouchedSince: waiting.lastActedAt, stepsTold: step ?? told };
}

/** The opening of the next working day. */
function openingAfter(now: Temporal.Instant, calendar: WorkingCalendar): Temporal.Instant {
  const today = atTheOffice(now, calendar).toPlainDate();
  return timeOn(nextWorkingDay(today, calendar), calendar.opens, calendar);
}

/** A colleague as far as telling them goes. */
export interface InLine {
  readonly id: StaffId;
  readonly roles: readonly Role[];
  readonly managerId: StaffId | null;
}

/**
 * Who is told at a step, and who where the wall lets nobody of these in. Whoever is away is told through those who
 * cover for them: `notify` sees to it.
 */
export function toTellOf(
  step: number,
  leadId: StaffId | null,
  colleagues: readonly InLine[],
): { readonly first: readonly StaffId[]; readonly otherwise: readonly StaffId[] } {
  const managers = colleagues.filter(({ roles }) => roles.includes('da_manager')).map(({ id }) => id);
  const lead = colleagues.find(({ id }) => id === leadId);
  const manager = colleagues.find(({ id }) => id === lead?.managerId);
  const above = colleagues.find(({ id }) => id === manager?.managerId);
  const told = lead && [lead, manager, above][step - 1];
  return { first: told ? [told.id] : managers, otherwise: managers };
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) > 0 ? one : other;
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? one : other;
}
