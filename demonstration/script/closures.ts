import {
  daysFrom,
  nextWorkingDay,
  thisOrLastWorkingDay,
  timeOn,
  today,
  type WorkingCalendar,
  workingDay,
} from '#rules/calendar.ts';
import type { ClosedDays } from '#rules/closed-days.ts';
import type { InventedLandlord } from './landlords.ts';
import type { Step } from './steps.ts';

/** Days on which a landlord closes its office, as the manager proposed and the deputy agreed. */
export interface ScriptedClosure {
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  readonly reason: string;
  readonly proposedAt: Temporal.Instant;
  readonly decidedAt: Temporal.Instant;
}

/** Christmas to come, or a day of training in the month that is over, by whichever the landlord is known for. */
export function closureOf(
  { closes }: Pick<InventedLandlord, 'closes'>,
  calendar: WorkingCalendar,
  present: Temporal.Instant,
): ScriptedClosure {
  const day = today({ now: present, calendar });
  const days = closes === 'christmas' ? christmasAfter(day) : trainingBefore(day, calendar);
  const proposedOn = thisOrLastWorkingDay(
    closes === 'christmas' ? day.subtract({ days: 21 }) : days.firstDay.subtract({ days: 30 }),
    calendar,
  );
  const at = (on: Temporal.PlainDate, time: string) => timeOn(on, Temporal.PlainTime.from(time), calendar);
  return {
    ...days,
    proposedAt: at(proposedOn, '10:20'),
    decidedAt: at(nextWorkingDay(proposedOn, calendar), '11:05'),
  };
}

function christmasAfter(day: Temporal.PlainDate) {
  const eve = day.with({ month: 12, day: 24 });
  const firstDay = Temporal.PlainDate.compare(eve, day) > 0 ? eve : eve.add({ years: 1 });
  const reason = 'The office is closed between Christmas and the New Year; whoever is on call is rung';
  return { firstDay, lastDay: firstDay.add({ days: 7 }), reason };
}

/** A Wednesday of last week or the week before. */
function trainingBefore(day: Temporal.PlainDate, calendar: WorkingCalendar) {
  let on = day.subtract({ days: 8 });
  while (on.dayOfWeek !== 3 || !workingDay(on, calendar)) on = on.subtract({ days: 1 });
  return { firstDay: on, lastDay: on, reason: 'The whole team is trained; whoever is on call is rung' };
}

/** As the calendar reads them. */
export function closedDaysOf({ firstDay, lastDay, decidedAt }: ScriptedClosure): ClosedDays {
  return daysFrom(firstDay, lastDay)
    .map((day) => `${day}=${decidedAt.epochMilliseconds}`)
    .join(',');
}

/** One proposes, another decides. */
export function closing(closure: ScriptedClosure): readonly Step[] {
  const { firstDay, lastDay, reason, proposedAt, decidedAt } = closure;
  return [
    {
      at: proposedAt,
      story: '',
      action: { does: 'propose-closure', by: 'manager', firstDay, lastDay, reason },
    },
    { at: decidedAt, story: '', action: { does: 'agree-to-closure', by: 'deputy' } },
  ];
}
