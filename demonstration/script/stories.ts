import type { Chance, Deal } from '#modules/simulator/pure.ts';
import {
  afterWorkingMinutes,
  atTheOffice,
  thisOrNextWorkingDay,
  timeOn,
  type WorkingCalendar,
} from '#rules/calendar.ts';
import { asTold } from './agreements.ts';
import { arcOf } from './arc.ts';
import { arrivals } from './arrivals.ts';
import { firstContact, followUp, lastAgreed, step, type Turn } from './casework.ts';
import type { casting } from './cast.ts';
import { firstPromise } from './first-promise.ts';
import { asHandedOn, askedInNewHome } from './handed-on.ts';
import { type Receipt, received, withPromisedCall } from './receipt.ts';
import type { Season } from './season.ts';
import { atLetting, dealt, type Fate, type Telling } from './shares.ts';
import type { SafeContact, Step } from './steps.ts';
import type { Story } from './story.ts';
import { type Person, type Post, workersOf } from './team.ts';
import { atTheDesk, inGoodTime, type Timing } from './timing.ts';
import { handedOver, joined, opened, toldAsContact } from './triage.ts';
import { officeIsOpen } from './working-time.ts';

/** What the stories of one landlord are made from. */
export interface Stage {
  readonly team: readonly Person[];
  readonly season: Season;
  readonly calendar: WorkingCalendar;
  readonly present: Temporal.Instant;
  readonly cast: ReturnType<typeof casting>;
  readonly chance: Chance;
  /** What people say is dealt out once for the whole landlord. */
  readonly deal: Deal;
}

/** The last months: who told us, what was decided, and how each promise went. */
export function stories(stage: Stage): readonly Step[] {
  const { calendar, present, team, season, chance, cast, deal } = stage;
  const { tellings, relations, fates } = dealt(chance, season.disclosures);
  const workers = workersOf(team);
  const arrived = arrivals(season, present, calendar, chance.apart('arrivals'));
  const special = specialAmong(fates, highToday(fates, arrived, present));
  return arrived.flatMap((arrivedAt, nth) => {
    const name = `story ${nth}`;
    const fate = nthOf(fates, nth);
    const telling = nth === special.letting ? atLetting : nthOf(tellings, nth);
    const story: Story = {
      story: name,
      cast: cast(nthOf(relations, nth)),
      telling,
      arrivedAt:
        fate === 'slow' ? earlyOn(arrivedAt, calendar, chance) : byDay(telling, arrivedAt, calendar, chance),
      fate,
      lead: nthOf(workers, nth),
      involved: nth === special.deputysFamily ? 'deputy' : null,
      calendar,
      present,
      chance: chance.apart(name),
      deal,
      team: workers,
      turn: special.turns.get(nth),
    };
    const steps = tell(story, nth);
    return [
      ...steps,
      ...(nth === special.nextDoor ? neighbour(story, steps, workers) : []),
      ...(special.twice.includes(nth) ? again(story, special.twice.indexOf(nth), lastAgreed(steps)) : []),
      ...(special.restricted.includes(nth) ? keptClose(story, steps, nth === special.restricted[0]) : []),
    ];
  });
}

/** Whoever is seen, visited or met is so by day; people ring, write and come to the help site at any hour. */
function byDay(
  { route, teller }: Telling,
  at: Temporal.Instant,
  calendar: WorkingCalendar,
  chance: Chance,
): Temporal.Instant {
  const anyHour = ['phone', 'email', 'web_form'].includes(route) || teller === 'police';
  return anyHour || officeIsOpen(at, calendar) ? at : atTheDesk(at, 0, calendar, chance);
}

/** So early that a decision which takes too long still leaves time to make contact that day. */
function earlyOn(at: Temporal.Instant, calendar: WorkingCalendar, chance: Chance): Temporal.Instant {
  const day = thisOrNextWorkingDay(atTheOffice(at, calendar).toPlainDate(), calendar);
  return timeOn(day, calendar.opens, calendar).add({ minutes: chance.whole(4, 40) });
}

function keptAmong(fates: readonly Fate[]): readonly number[] {
  return fates.flatMap((fate, nth) => (fate === 'kept' ? [nth] : []));
}

/**
 * The newest that has had a week, in which everybody has asked and judged: whoever looks finds an open case at high
 * risk, on whatever day. Two people lower it after some four weeks at the earliest.
 */
function highToday(
  fates: readonly Fate[],
  arrived: readonly Temporal.Instant[],
  present: Temporal.Instant,
): number | undefined {
  const aWeekAgo = present.subtract({ hours: 24 * 7 });
  return keptAmong(fates)
    .slice(turns.length)
    .findLast((nth) => {
      const at = arrived[nth];
      return at !== undefined && Temporal.Instant.compare(at, aWeekAgo) < 0;
    });
}

/** Stories in which something more happens, all of them cases whose first promise was kept. */
function specialAmong(fates: readonly Fate[], high: number | undefined) {
  const kept = keptAmong(fates);
  return {
    /** The deputy, an administrator besides, is related to somebody in it. */
    deputysFamily: kept[20],
    /** Asked at their letting, and contacted before they move in. */
    letting: kept[12],
    /** A worker lives next door. */
    nextDoor: kept[13],
    /** Kept to the lead and the manager; somebody needed it in an emergency all the same. */
    restricted: [kept[10], kept[22]],
    /** In the oldest ones each turn that a case can take, so that it has come to its end by now. */
    turns: new Map<number | undefined, Turn>([
      ...turns.map((turn, place) => [kept[place], turn] as const),
      [high, 'high'],
    ]),
    /** Somebody tells us a second time. */
    twice: [3, 7, 11, 15, 18].map((place) => kept[place]),
  };
}

const turns: readonly Turn[] = [
  'reopened',
  'rests',
  'unsafe-plan',
  'high',
  'more-time',
  'changed',
  'factor',
  'reopened',
  'rests',
  'acted',
  'acted',
];

function tell(story: Story, nth: number): readonly Step[] {
  const { calendar, chance } = story;
  const first = received(story);
  const timing = hurried(story, first, inGoodTime(story.arrivedAt, first.at, calendar, chance));
  const receipt = withPromisedCall(first, timing.contact);
  const told = asHandedOn(story, receipt);
  if (story.fate === 'handover') return [...told, ...handedOver(story, receipt, timing.triaged, nth)];
  const promised = firstPromise(story, timing);
  const { reachedAt } = promised;
  const steps = asTheyTold(receipt, promised.steps);
  const agreed = lastAgreed(steps);
  const arc = arcOf(story, reachedAt);
  const until = arc.find(({ action }) => action.does === 'close')?.at ?? null;
  return [
    ...told,
    ...opened(story, receipt, timing.triaged),
    ...steps,
    ...(agreed ? asTheyTold(receipt, followUp(story, reachedAt, agreed)) : []).filter(
      ({ at }) => !until || Temporal.Instant.compare(at, until) < 0,
    ),
    ...arc,
    ...askedInNewHome(story, receipt, until),
  ];
}

function asTheyTold({ told }: Receipt, steps: readonly Step[]): readonly Step[] {
  return steps.map((each) => {
    const { action } = each;
    if (action.does !== 'safe-contact') return each;
    return { ...each, action: { ...action, agreed: asTold(told.accessNeeds ?? '', action.agreed) } };
  });
}

/** In danger nothing waits for the office; and a decision that took too long is followed by contact all the same. */
function hurried({ fate, calendar, chance }: Story, { at, told }: Receipt, timing: Timing): Timing {
  if (fate === 'slow') {
    const triaged = afterWorkingMinutes(at, chance.whole(255, 300), calendar);
    return { ...timing, triaged, tried: triaged.add({ minutes: 9 }), contact: triaged.add({ minutes: 24 }) };
  }
  if (told.immediateDanger !== 'yes') return timing;
  const triaged = at.add({ minutes: chance.whole(3, 11) });
  return { ...timing, triaged, tried: triaged.add({ minutes: 6 }), contact: triaged.add({ minutes: 17 }) };
}

/** Kept to few people by name; one who is not among them needed it for an hour. Long ago, and reviewed; or just now. */
function keptClose(story: Story, steps: readonly Step[], reviewed: boolean): readonly Step[] {
  const { calendar, chance, present, cast, team } = story;
  const opened = steps.find(({ action }) => action.does === 'triage');
  const closed = steps.find(({ action }) => action.does === 'close');
  const by = team.find((worker) => worker !== story.lead);
  if (!opened || !by || (closed && !reviewed)) return [];
  const restricted = step(story, opened.at.add({ hours: 1 }), {
    does: 'restrict',
    by: 'manager',
    to: ['manager'],
    reason: 'The family has friends in several teams.',
  });
  const asked = reviewed ? atTheDesk(opened.at, 3, calendar, chance) : present.subtract({ hours: 20 });
  const before = closed && Temporal.Instant.compare(closed.at, asked) <= 0;
  if (before || Temporal.Instant.compare(asked, restricted.at) <= 0) return [restricted];
  const words = 'They rang from a doorway, and nobody who knows the case could be reached.';
  const used = step(story, asked, { does: 'ask-in-emergency', by, person: cast.person.reference, words });
  if (!reviewed) return [restricted, used];
  const at = atTheDesk(asked, 2, calendar, chance);
  const done = 'Right to open it. The lead’s deputy is named on the rota from now on.';
  return [restricted, used, step(story, at, { does: 'review-emergency', by: 'protection', done })];
}

function neighbour(story: Story, steps: readonly Step[], workers: readonly Post[]): readonly Step[] {
  const triage = steps.find(({ action }) => action.does === 'triage');
  if (!triage) return [];
  const about = workers.find((worker) => worker !== story.lead) as Post;
  const at = atTheDesk(triage.at, 1, story.calendar, story.chance);
  const reason = 'Lives in the house next door, and told us so at once.';
  return [step(story, at, { does: 'conflict', by: 'manager', about, relation: 'neighbour', reason })];
}

/**
 * Weeks later somebody tells us of the same person: another disclosure, the same case, the same promise anew.
 * @param place who tells, in turn
 */
function again(story: Story, place: number, before: SafeContact | undefined): readonly Step[] {
  const { calendar, chance } = story;
  const arrivedAt = atTheDesk(story.arrivedAt, chance.whole(18, 45), calendar, chance);
  const telling = nthOf(secondTellings, place);
  const second: Story = { ...story, story: `${story.story} again`, telling, arrivedAt, involved: null };
  const receipt = received(second);
  const timing = hurried(second, receipt, inGoodTime(arrivedAt, receipt.at, calendar, chance));
  const steps = firstContact(second, timing.contact, before).filter(
    ({ action }) => action.does !== 'add-person',
  );
  const themself = telling.toldBy === 'person';
  const talked = themself ? toldAsContact(second, receipt, timing.triaged.add({ minutes: 4 })) : [];
  return [receipt, ...joined(second, receipt, timing.triaged, story.story), ...talked, ...steps];
}

const secondTellings: readonly Telling[] = [
  { route: 'agency', toldBy: 'agency', teller: 'police' },
  { route: 'phone', toldBy: 'person', teller: null },
  { route: 'phone', toldBy: 'neighbour', teller: 'neighbour' },
];

function nthOf<T>(list: readonly T[], nth: number): T {
  return list[nth % list.length] as T;
}
