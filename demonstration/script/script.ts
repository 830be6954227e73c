import { chance, dealer } from '#modules/simulator/pure.ts';
import { atTheOffice, timeOn, type WorkingCalendar } from '#rules/calendar.ts';
import { casting } from './cast.ts';
import { closing, type ScriptedClosure } from './closures.ts';
import { opening } from './funds.ts';
import { asking } from './holds.ts';
import type { Household } from './households.ts';
import type { InventedLandlord } from './landlords.ts';
import { ownWording } from './letters.ts';
import { askedAtLettings } from './lettings.ts';
import { writing } from './messages.ts';
import { asksWithOwnTool } from './own-tool.ts';
import { dramaPhone } from './phones.ts';
import { underWay } from './present.ts';
import type { Season } from './season.ts';
import { inOrder, type Step } from './steps.ts';
import { type Stage, stories } from './stories.ts';
import { workersOf } from './team.ts';

/**
 * Everything that people do at one landlord, in order. What would lie after the present has not happened.
 * @param calendar with the days of that closure
 */
export function scriptOf(
  landlord: InventedLandlord,
  households: readonly Household[],
  season: Season,
  calendar: WorkingCalendar,
  present: Temporal.Instant,
  closure: ScriptedClosure,
): readonly Step[] {
  const drawn = chance(landlord.slug);
  const cast = casting(households, drawn.apart('cast'));
  const deal = dealer(drawn.apart('words'));
  const stage: Stage = { team: landlord.team, season, calendar, present, cast, chance: drawn, deal };
  const people = [...underWay(stage), ...stories(stage)].filter(
    ({ at }) => Temporal.Instant.compare(at, present) <= 0,
  );
  const ownTool = landlord.ownTool ? asksWithOwnTool(inOrder(people), stage) : [];
  return inOrder([
    ...people,
    ...ownTool,
    ...reading(stage),
    ...away(stage),
    ...onCall(stage),
    ...closing(closure),
    ...opening(stage),
    ...asking(stage, households),
    ...askedAtLettings(stage),
    ...ownWording(stage),
    ...writing(inOrder(people), stage),
  ]);
}

/** The last of the workers is away these days; whoever covers sees their day beside their own. */
function away({ team, present }: Stage): readonly Step[] {
  const by = workersOf(team).at(-1);
  if (!by) return [];
  const at = present.subtract({ hours: 50 });
  const action = {
    does: 'be-away',
    by,
    from: at.add({ hours: 20 }),
    until: present.add({ hours: 24 * 4 }),
  } as const;
  return [{ at, story: '', action }];
}

/**
 * The manager and the deputy take turns on call while the office is closed, a week at a time, written down a week
 * before. For the week after next nobody is on call yet, and the page says so.
 */
function onCall({ season, present, calendar }: Stage): readonly Step[] {
  const day = atTheOffice(present, calendar).toPlainDate();
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  const weeks = Math.ceil(season.days / 7);
  return Array.from({ length: weeks + 2 }, (_, nth): Step => {
    const [from, to] = [nth - weeks, nth - weeks + 1].map((week) =>
      timeOn(monday.add({ weeks: week }), calendar.opens, calendar),
    ) as [Temporal.Instant, Temporal.Instant];
    const [first, second] =
      nth % 2 === 0 ? (['manager', 'deputy'] as const) : (['deputy', 'manager'] as const);
    const reach = `The on-call phone, ${dramaPhone(2_050)}`;
    return {
      at: from.subtract({ hours: 24 * 7 }),
      story: '',
      action: { does: 'plan-on-call', by: 'manager', first, second, from, to, reach },
    };
  });
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
