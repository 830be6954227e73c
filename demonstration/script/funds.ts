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

const invented = 'Invented for the demonstration: from the landlord’s own books';

/** What an hour costs, and each thing that was avoided. */
const rates = [
  { kind: 'hour', pence: 2_350, source: invented },
  { kind: 'possession', pence: 245_000, source: invented },
  { kind: 'eviction', pence: 720_000, source: invented },
  { kind: 'temporary', pence: 310_000, source: invented },
] as const;

/** Opened as the season begins, each with its budget; and by what costs are reckoned. */
export function opening({ season, present, calendar }: Stage): readonly Step[] {
  const first = today({ now: present, calendar }).subtract({ days: season.days + 7 });
  const day = thisOrLastWorkingDay(first, calendar);
  const at = (time: string) => timeOn(day, Temporal.PlainTime.from(time), calendar);
  return [
    ...funds.map(
      ({ name, about, pounds }, nth): Step => ({
        ...{ at: at(`09:1${nth}`), story: '' },
        action: { does: 'open-fund', by: 'finance', name, about, pence: pounds * 100 },
      }),
    ),
    ...rates.map(
      (rate, nth): Step => ({
        ...{ at: at(`09:2${nth}`), story: '' },
        action: { does: 'set-rate', by: 'finance', ...rate },
      }),
    ),
  ];
}
