import { chance, dealer } from '#modules/simulator/pure.ts';
import { atTheOffice, type WorkingCalendar } from '#rules/calendar.ts';
import { dueAt, escalations } from '#rules/clock.ts';
import type { Pack } from '#rules/pack.ts';
import { casting } from './cast.ts';
import type { Household } from './households.ts';
import type { InventedLandlord } from './landlords.ts';
import { underWay } from './present.ts';
import { inOrder, type Step } from './steps.ts';
import { type Stage, stories } from './stories.ts';

/**
 * Everything that happens at one landlord, in order: what people do, and what the program does by itself. What would lie
 * after the present has not happened.
 */
export function scriptOf(
  landlord: InventedLandlord,
  households: readonly Household[],
  pack: Pack,
  calendar: WorkingCalendar,
  present: Temporal.Instant,
): readonly Step[] {
  const drawn = chance(landlord.slug);
  const cast = casting(households, drawn.apart('cast'));
  const deal = dealer(drawn.apart('words'));
  const stage: Stage = { team: landlord.team, calendar, present, cast, chance: drawn, deal };
  const people = [...underWay(stage), ...stories(stage)].filter(
    ({ at }) => Temporal.Instant.compare(at, present) <= 0,
  );
  return inOrder([...people, ...reading(stage), ...sweeps(people, pack, calendar, present)]);
}

/** The sweep looks every few seconds; all that it ever finds lies just after these moments. */
function sweeps(
  steps: readonly Step[],
  pack: Pack,
  calendar: WorkingCalendar,
  present: Temporal.Instant,
): readonly Step[] {
  const clocks = pack.commitments.flatMap(({ measure }) => (measure.kind === 'clock' ? [measure] : []));
  const moments = steps.flatMap(({ action }) => {
    if (action.does !== 'receive') return [];
    const from = action.told.receivedAt;
    return clocks.flatMap((clock) => {
      const due = dueAt(clock.due, from, calendar);
      return [...escalations(from, due, clock.escalateAt, calendar), due];
    });
  });
  const once = new Map(moments.map((moment) => [moment.epochMilliseconds, moment]));
  return [...once.values()]
    .map((moment) => moment.add({ seconds: 8 }))
    .filter((at) => Temporal.Instant.compare(at, present) < 0)
    .concat(present)
    .map((at) => ({ at, story: '', action: { does: 'sweep' } }));
}

/** Everybody has looked at their notifications not so long ago; what came since then is new to them. */
function reading({ team, present, calendar, chance: drawn }: Stage): readonly Step[] {
  const own = drawn.apart('reading');
  return team.map(({ post }) => ({
    at: present.subtract({ minutes: own.whole(35, atTheOffice(present, calendar).hour * 30 + 300) }),
    story: '',
    action: { does: 'read-notices', by: post },
  }));
}
