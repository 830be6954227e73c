import type { Chance } from '#modules/simulator/pure.ts';
import { atTheOffice, timeOn, type WorkingCalendar, workingDay } from '#rules/calendar.ts';
import type { Season } from './season.ts';

/**
 * When people tell us: Mondays most, a fifth out of hours, July, August and January a little more (domain §15).
 * Oldest first, all of them before `present`.
 */
export function arrivals(
  { disclosures: count, days: daysBack }: Season,
  present: Temporal.Instant,
  calendar: WorkingCalendar,
  chance: Chance,
): readonly Temporal.Instant[] {
  const today = atTheOffice(present, calendar).toPlainDate();
  const days: Temporal.PlainDate[] = [];
  while (days.length < count) {
    const day = today.subtract({ days: chance.whole(1, daysBack) });
    if (chance.share() < busyness(day, calendar)) days.push(day);
  }
  return days
    .map((day) => timeOn(day, timeOfDay(workingDay(day, calendar), chance), calendar))
    .toSorted(Temporal.Instant.compare);
}

function busyness(day: Temporal.PlainDate, calendar: WorkingCalendar): number {
  const season = [1, 7, 8].includes(day.month) ? 1 : 0.8;
  if (!workingDay(day, calendar)) return 0.3 * season;
  return (day.dayOfWeek === 1 ? 1 : 0.75) * season;
}

function timeOfDay(working: boolean, chance: Chance): Temporal.PlainTime {
  const minute = chance.whole(0, 59);
  if (working && chance.yes(0.88)) return new Temporal.PlainTime(chance.pick(officeHours), minute);
  return new Temporal.PlainTime(chance.pick(otherHours), minute);
}

const officeHours = [9, 9, 10, 10, 10, 11, 11, 12, 13, 14, 14, 15, 15, 16] as const;
const otherHours = [7, 8, 10, 13, 17, 18, 19, 20, 21, 22, 23] as const;
