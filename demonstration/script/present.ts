import { atTheOffice, timeOn, type WorkingCalendar, workingDay } from '#rules/calendar.ts';
import type { Relation } from './accounts.ts';
import { attempt, firstContact } from './casework.ts';
import { wordsFor } from './cast.ts';
import { nextMorning, proposed, tried } from './first-promise.ts';
import { filled } from './names.ts';
import { received } from './receipt.ts';
import type { Telling } from './shares.ts';
import type { Step } from './steps.ts';
import type { Stage } from './stories.ts';
import type { Story } from './story.ts';
import { type Post, workersOf } from './team.ts';
import { opened, toldAsContact } from './triage.ts';
import { beforeWorkingMinutes, lastClose, officeIsOpen, toTheMinute } from './working-time.ts';

/**
 * What a visitor finds under way, on whatever day they look: disclosures that nobody has triaged yet, one of them in
 * danger, and promises that have hardly begun, are half gone, are nearly due and are broken.
 */
export function underWay(stage: Stage): readonly Step[] {
  return [...waitingForTriage(stage), ...waitingForContact(stage)];
}

/** Triage is promised within four working hours, so these are half gone, nearly due and overdue at any time of day. */
function waitingForTriage(stage: Stage): readonly Step[] {
  const { present, calendar } = stage;
  const workingAgo = (minutes: number) => toTheMinute(beforeWorkingMinutes(present, minutes, calendar));
  const [by] = workersOf(stage.team) as [Post];
  const email: Telling = { route: 'email', toldBy: 'person', teller: null };
  const halfGone = told(stage, 'half gone', 'partner', email, workingAgo(141));
  return [
    told(stage, 'danger', 'ex', phone('person'), present.subtract({ minutes: 14 }), inDanger),
    halfGone,
    { ...halfGone, at: workingAgo(25), action: { does: 'claim', by } },
    told(stage, 'nearly due', 'ex', { route: 'agency', toldBy: 'agency', teller: 'agency' }, workingAgo(196)),
    told(stage, 'overdue', 'ex', phone('neighbour'), workingAgo(262)),
  ];
}

const inDanger =
  '{He} is in the car park and has tried both doors. I am in the bathroom with the little one and the ' +
  'light off. {He} said that this time {he} will not leave. I can whisper.';

function phone(who: 'person' | 'neighbour'): Telling {
  return { route: 'phone', toldBy: who, teller: who === 'neighbour' ? 'neighbour' : null };
}

function told(
  stage: Stage,
  story: string,
  relation: Relation,
  telling: Telling,
  at: Temporal.Instant,
  verbatim?: string,
): Step {
  const staged = storyAt(stage, story, relation, telling, at);
  const receipt = received(staged);
  const { action } = receipt;
  if (action.does !== 'receive') return receipt;
  const calm = { ...action.told, immediateDanger: 'no', dangerResponse: '' } as const;
  const danger = {
    ...action.told,
    verbatim: filled(verbatim ?? '', wordsFor(staged.cast).own),
    immediateDanger: 'yes',
    dangerResponse:
      '999 was rung from our second line while the call stayed open. Officers are on their way.',
    children: 'yes',
    whoCanHear: 'Whoever is outside the door',
  } as const;
  return { ...receipt, action: { ...action, told: verbatim === undefined ? calm : danger } };
}

/** Cases that nobody has reached yet: one that can still be in time, one whose plan waits for a manager, one broken. */
function waitingForContact(stage: Stage): readonly Step[] {
  const { present, calendar, chance } = stage;
  const hours = running(present, calendar);
  const trying = storyAt(stage, 'being tried', 'ex', phone('person'), hours(0.05));
  const planning = storyAt(stage, 'being planned', 'partner', phone('person'), hours(0.1));
  const broken = storyAt(stage, 'not reached', 'partner', phone('person'), broke(present, calendar));
  const fresh = storyAt(stage, 'just reached', 'ex', phone('person'), hours(0));
  const [one, two, three, four] = [trying, planning, broken, fresh].map((story) => ({
    story,
    receipt: received(story),
  })) as [Told, Told, Told, Told];
  const due = lastClose(present, calendar);
  return [
    one.receipt,
    ...opened(trying, one.receipt, hours(0.3)),
    ...toldAsContact(trying, one.receipt, hours(0.5)).slice(0, 1),
    tried(trying, { tried: hours(0.55) }),
    two.receipt,
    ...opened(planning, two.receipt, hours(0.35)),
    proposed(planning, hours(0.7), nextMorning(present, calendar, chance)),
    three.receipt,
    ...opened(broken, three.receipt, due.subtract({ minutes: 140 })),
    attempt(broken, due.subtract({ minutes: 95 })),
    attempt(broken, due.subtract({ minutes: 20 })),
    four.receipt,
    ...opened(fresh, four.receipt, hours(0.25)),
    ...firstContact(fresh, hours(0.6)),
  ];
}

type Told = { readonly story: Story; readonly receipt: ReturnType<typeof received> };

/** In the afternoon of the last working day that is over: broken when that day ended, and owed since. */
function broke(present: Temporal.Instant, calendar: WorkingCalendar): Temporal.Instant {
  return lastClose(present, calendar).subtract({ minutes: 170 });
}

/**
 * A stretch of today (or of the last evening) in which people may be at work, for promises that still run: from its
 * beginning at 0 to its end at 1.
 */
function running(present: Temporal.Instant, calendar: WorkingCalendar): (share: number) => Temporal.Instant {
  const [from, to] = stretch(present, calendar);
  const length = to.epochMilliseconds - from.epochMilliseconds;
  return (share) =>
    Temporal.Instant.fromEpochMilliseconds(
      Math.round(from.epochMilliseconds + 60_000 + (length - 60_000) * share),
    );
}

function stretch(
  present: Temporal.Instant,
  calendar: WorkingCalendar,
): readonly [from: Temporal.Instant, to: Temporal.Instant] {
  const today = atTheOffice(present, calendar).toPlainDate();
  const opening = timeOn(today, calendar.opens, calendar);
  const sinceOpening = present.since(opening).total('minutes');
  if (officeIsOpen(present, calendar) && sinceOpening >= 45) return [opening, present];
  if (!workingDay(today, calendar) && sinceOpening >= 60)
    return [opening, earlier(present, opening.add({ hours: 5 }))];
  const closed = lastClose(present, calendar);
  return [closed, earlier(present, closed.add({ hours: 3 }))];
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? one : other;
}

function storyAt(
  { cast, team, calendar, present, chance, deal }: Stage,
  story: string,
  relation: Relation,
  telling: Telling,
  arrivedAt: Temporal.Instant,
): Story {
  const own = chance.apart(story);
  const lead = own.pick(workersOf(team));
  return {
    story,
    cast: cast(relation),
    telling,
    arrivedAt,
    fate: 'kept',
    lead,
    involved: null,
    team: workersOf(team),
    calendar,
    present,
    chance: own,
    deal,
  };
}
