import { afterWorkingMinutes, type WorkingCalendar } from '#rules/calendar.ts';
import { arrivals } from './arrivals.ts';
import { firstContact, followUp, step } from './casework.ts';
import type { casting } from './cast.ts';
import type { Chance } from './chance.ts';
import { firstPromise } from './first-promise.ts';
import { dealt, disclosures, type Telling } from './priors.ts';
import { type Receipt, received } from './receiving.ts';
import type { Step } from './steps.ts';
import type { Story } from './story.ts';
import { type Person, type Post, workersOf } from './team.ts';
import { atTheDesk, inGoodTime, type Timing } from './timing.ts';
import { handedOver, joined, opened } from './triaging.ts';

/** What the stories of one landlord are made from. */
export interface Stage {
  readonly team: readonly Person[];
  readonly calendar: WorkingCalendar;
  readonly present: Temporal.Instant;
  readonly cast: ReturnType<typeof casting>;
  readonly chance: Chance;
}

/** The last five months: who told us, what was decided, and how each promise went. */
export function stories(stage: Stage): readonly Step[] {
  const { calendar, present, team, chance, cast } = stage;
  const { tellings, relations, fates } = dealt(chance);
  const workers = workersOf(team);
  return arrivals(disclosures, present, calendar, chance.apart('arrivals')).flatMap((arrivedAt, nth) => {
    const name = `story ${nth}`;
    const story: Story = {
      story: name,
      cast: cast(nthOf(relations, nth)),
      telling: nthOf(tellings, nth),
      arrivedAt,
      fate: nthOf(fates, nth),
      lead: nthOf(workers, nth),
      involved: nth === deputysFamily ? 'deputy' : null,
      calendar,
      present,
      chance: chance.apart(name),
    };
    return [...tell(story, nth), ...neighbours(story, nth, workers), ...again(story, nth)];
  });
}

/** The deputy, an administrator besides, is related to somebody in this one. */
const deputysFamily = 29;
/** A worker lives next door to this one. */
const nextDoor = 18;
/** Stories in which somebody tells us a second time. */
const twice: readonly number[] = [4, 9, 15, 21, 26];

function tell(story: Story, nth: number): readonly Step[] {
  const { calendar, chance } = story;
  const receipt = received(story);
  const timing = hurried(story, receipt, inGoodTime(story.arrivedAt, receipt.at, calendar, chance));
  if (story.fate === 'handover') return [receipt, handedOver(story, receipt, timing.triaged, nth)];
  const { steps, reachedAt } = firstPromise(story, timing);
  return [receipt, ...opened(story, receipt, timing.triaged), ...steps, ...followUp(story, reachedAt)];
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

function neighbours(story: Story, nth: number, workers: readonly Post[]): readonly Step[] {
  if (nth !== nextDoor) return [];
  const about = workers.find((worker) => worker !== story.lead) as Post;
  const at = atTheDesk(story.arrivedAt, 3, story.calendar, story.chance);
  const reason = 'Lives in the house next door, and told us so at once.';
  return [step(story, at, { does: 'conflict', by: 'manager', about, relation: 'neighbour', reason })];
}

/** Weeks later somebody tells us of the same person: another disclosure, the same case, the same promise anew. */
function again(story: Story, nth: number): readonly Step[] {
  if (!twice.includes(nth) || story.fate !== 'kept') return [];
  const { calendar, chance } = story;
  const arrivedAt = atTheDesk(story.arrivedAt, chance.whole(18, 45), calendar, chance);
  const telling = chance.pick(secondTellings);
  const second: Story = { ...story, story: `${story.story} again`, telling, arrivedAt, involved: null };
  const receipt = received(second);
  const timing = hurried(second, receipt, inGoodTime(arrivedAt, receipt.at, calendar, chance));
  const steps = firstContact(second, timing.contact).filter(({ action }) => action.does !== 'add-person');
  return [receipt, joined(second, receipt, timing.triaged, story.story), ...steps];
}

const secondTellings: readonly Telling[] = [
  { route: 'agency', toldBy: 'agency', teller: 'police' },
  { route: 'phone', toldBy: 'person', teller: null },
  { route: 'phone', toldBy: 'neighbour', teller: 'neighbour' },
];

function nthOf<T>(list: readonly T[], nth: number): T {
  return list[nth % list.length] as T;
}
