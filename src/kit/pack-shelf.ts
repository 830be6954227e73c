import {
  type BankHolidays,
  bankHolidaysRunOut,
  bundledBankHolidays,
  calendarOf,
} from '#packs/bank-holidays/bank-holidays.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { Pack } from '#rules/pack.ts';
import { promisedEvents } from '#rules/promised-events.ts';
import type { PackShelf } from './services.ts';

/** The packs at hand, each with its office calendar made once. */
export function shelve(packs: readonly Pack[], holidays: BankHolidays = bundledBankHolidays): PackShelf {
  const byId = new Map(packs.map((pack) => [pack.id, pack]));
  const calendars = new Map<Pack, WorkingCalendar>(
    packs.map((pack) => [pack, calendarOf(pack.calendar, holidays)]),
  );
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
    calendarOf: (pack) => calendars.get(pack) ?? calendarOf(pack.calendar, holidays),
    bankHolidaysOf: ({ calendar }) => holidays[calendar.division],
    bankHolidaysRunOut: ({ calendar }, today) => bankHolidaysRunOut(holidays[calendar.division], today),
  };
}
