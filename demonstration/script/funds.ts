import { thisOrLastWorkingDay, timeOn, today } from '#rules/calendar.ts';
import type { Step } from './steps.ts';
import type { Stage } from './stories.ts';

export const funds = [
  { name: 'Hardship', about: 'Vouchers, bills and essential items', pounds: 5_000 },
  { name: 'New homes', about: 'White goods and furniture after fleeing', pounds: 1_500 },
] as const;

/** From which fund a kind of help is approved. */
export const fundFor: Readonly<Record<string, (typeof funds)[number]['name']>> = {
  food_voucher: 'Hardship',
  utility_help: 'Hardship',
  household_items: 'Hardship',
  white_goods: 'New homes',
  furniture: 'New homes',
};

/** Opened as the season begins, each with its budget. */
export function opening({ season, present, calendar }: Stage): readonly Step[] {
  const first = today({ now: present, calendar }).subtract({ days: season.days + 7 });
  const day = thisOrLastWorkingDay(first, calendar);
  return funds.map(({ name, about, pounds }, nth) => ({
    at: timeOn(day, Temporal.PlainTime.from(`09:1${nth}`), calendar),
    story: '',
    action: { does: 'open-fund', by: 'finance', name, about, pence: pounds * 100 },
  }));
}
