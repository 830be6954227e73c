import type { ProposedSystem } from '#modules/holds/index.ts';
import { nextWorkingDay, thisOrLastWorkingDay, timeOn, today } from '#rules/calendar.ts';
import type { Household } from './households.ts';
import { tenancyOf } from './register-files.ts';
import type { Step } from './steps.ts';
import type { Stage } from './stories.ts';

const rents: ProposedSystem = {
  name: 'Rents',
  questions: ['tenancy', 'list'],
  contacts: ['letter', 'email', 'court_action'],
  asksWithin: 1,
  tokenDays: 365,
  reason: 'Statements and letters about arrears go out each night',
};
const repairs: ProposedSystem = {
  name: 'Repairs texts',
  questions: ['tenancy'],
  contacts: ['text', 'visit'],
  asksWithin: 1,
  tokenDays: 180,
  reason: 'Texts say when somebody comes to repair',
};

const whyHeld = {
  complaint: 'How we wrote to them is being looked into',
  bereavement: 'Her father has died',
} as const;

const agreedDaysAgo = 20;
const asksDaily = 12;
/** Since then the repairs have asked no more, and administrators are told. */
const silentSince = 4;

/** Two systems ask before they write; one of them has stopped. A manager holds two homes for reasons of their own. */
export function asking({ calendar, present }: Stage, households: readonly Household[]): readonly Step[] {
  const day = today({ now: present, calendar });
  const at = (on: Temporal.PlainDate, time: string) => timeOn(on, Temporal.PlainTime.from(time), calendar);
  const proposedOn = thisOrLastWorkingDay(day.subtract({ days: agreedDaysAgo }), calendar);
  const agreedOn = nextWorkingDay(proposedOn, calendar);
  const step = (when: Temporal.Instant, action: Step['action']): Step => ({ at: when, story: '', action });
  const tenancies = households.slice(0, 40).map(tenancyOf);
  const made = [rents, repairs].flatMap((system, nth) => [
    step(at(proposedOn, `10:1${nth}`), { does: 'propose-system', by: 'administrator', system }),
    step(at(agreedOn, `09:2${nth}`), { does: 'agree-to-system', by: 'deputy', name: system.name }),
    step(at(agreedOn, `09:4${nth}`), { does: 'make-token', by: 'administrator', name: system.name }),
  ]);
  const asked = Array.from({ length: asksDaily }, (_, ago) => ago).flatMap((ago) => {
    const night = at(day.subtract({ days: ago }), '04:30');
    return [rents, repairs]
      .filter(({ name }) => name === rents.name || ago >= silentSince)
      .map(({ name }) => step(night, { does: 'system-asks', by: null, name, tenancies }));
  });
  const held = (['complaint', 'bereavement'] as const).flatMap((cause, nth) => {
    const tenancy = tenancies[7 + nth];
    const lookOn = day.add({ days: nth === 0 ? 30 : 0 });
    return tenancy
      ? [
          step(at(proposedOn, `15:0${nth}`), {
            does: 'set-hold',
            by: 'manager',
            hold: { tenancy, cause, held: ['letter'], lookOn, why: whyHeld[cause] },
          }),
        ]
      : [];
  });
  return [...made, ...asked, ...held].filter((each) => Temporal.Instant.compare(each.at, present) <= 0);
}
