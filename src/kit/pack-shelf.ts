import {
  type BankHolidays,
  bankHolidaysRunOut,
  bundledBankHolidays,
  calendarOf,
} from '#packs/bank-holidays/bank-holidays.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { agreedDaysOf, type ClosedDays } from '#rules/closed-days.ts';
import type { Pack } from '#rules/pack.ts';
import { promisedEvents } from '#rules/promised-events.ts';
import type { PackShelf } from './services.ts';

/** A landlord's closed days change a few times a year; what they were before is asked for no more. */
const keptAtMost = 100;

/** The packs at hand; the calendar of each is made once for a landlord's closed days, until these change. */
export function shelve(packs: readonly Pack[], holidays: BankHolidays = bundledBankHolidays): PackShelf {
  const byId = new Map(packs.map((pack) => [pack.id, pack]));
  const calendars = new Map<Pack, Map<ClosedDays, WorkingCalendar>>();
  const commitments = new Map(
    packs.map((pack) => [pack.id, new Map(pack.commitments.map((each) => [each.id, each]))]),
  );
  return {
    all: packs,
    promised: promisedEvents(packs),
    find(id) {
      const pack = byId.get(id);
      if (!pack) throw new Error(`The policy pack ${id} is not on the shelf`);
      return pack;
    },
    commitmentOf: (packId, commitment) => commitments.get(packId)?.get(commitment),
    calendarOf(pack, closedDays) {
      const made = calendars.get(pack) ?? new Map<ClosedDays, WorkingCalendar>();
      const held = made.get(closedDays);
      if (held) return held;
      const calendar = calendarOf(pack.calendar, holidays, agreedDaysOf(closedDays));
      if (made.size >= keptAtMost) made.clear();
      calendars.set(pack, made.set(closedDays, calendar));
      return calendar;
    },
    bankHolidaysOf: ({ calendar }) => holidays[calendar.division],
    bankHolidaysRunOut: ({ calendar }, today) => bankHolidaysRunOut(holidays[calendar.division], today),
  };
}
