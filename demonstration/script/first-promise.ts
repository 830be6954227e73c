import type { Chance } from '#modules/simulator/pure.ts';
import { atTheOffice, nextWorkingDay, timeOn, type WorkingCalendar } from '#rules/calendar.ts';
import { attempt, firstContact, step } from './casework.ts';
import { wordsFor } from './cast.ts';
import { filled } from './names.ts';
import { approved, declined, planReasons, someoneElse, suspectNothing } from './notes.ts';
import type { Step } from './steps.ts';
import type { Story } from './story.ts';
import type { Timing } from './timing.ts';

/** How the promise of contact went, and when the person was first reached. */
export interface Promised {
  readonly steps: readonly Step[];
  readonly reachedAt: Temporal.Instant;
}

export function firstPromise(story: Story, timing: Timing): Promised {
  const { fate, chance, calendar } = story;
  if (fate === 'late') return late(story, timing);
  if (fate === 'planned') return planned(story, timing);
  const before =
    fate === 'declined' ? declinedPlan(story, timing) : chance.yes(0.35) ? [tried(story, timing)] : [];
  const reachedAt = timing.contact;
  return { steps: [...before, ...firstContact(story, reachedAt)], reachedAt };

  function late(each: Story, { triaged, due }: Timing): Promised {
    const morning = nextMorning(due, calendar, chance);
    const attempts = [0.3, 0.7].map((share) => attempt(each, between(triaged, due, share)));
    return { steps: [...attempts, ...firstContact(each, morning)], reachedAt: morning };
  }
}

/** Where somebody else answered, could they now suspect something? */
export function tried(story: Story, { tried: at }: Pick<Timing, 'tried'>): Step {
  const { chance, cast } = story;
  if (!chance.yes(0.2)) return attempt(story, at);
  const unsure = chance.yes(0.5);
  const notes = unsure ? filled(chance.pick(someoneElse), wordsFor(cast).other) : suspectNothing;
  return attempt(story, at, { outcome: 'someone_else_answered', maySuspect: unsure ? 'yes' : 'no', notes });
}

/** No safe way today: a manager agrees, and the person is reached once there is one. */
function planned(story: Story, timing: Timing): Promised {
  const { chance, calendar } = story;
  const decidedAt = between(timing.tried, timing.due, 0.35);
  const tryAgainAt = nextMorning(timing.due, calendar, chance);
  const proposal = proposed(story, timing.tried, tryAgainAt);
  const decision = step(story, decidedAt, {
    does: 'decide-plan',
    by: 'manager',
    decision: 'approved',
    why: chance.pick(approved),
  });
  return { steps: [proposal, decision, ...firstContact(story, tryAgainAt)], reachedAt: tryAgainAt };
}

function declinedPlan(story: Story, timing: Timing): readonly Step[] {
  const why = filled(declined, wordsFor(story.cast).other);
  const tryAgainAt = nextMorning(timing.due, story.calendar, story.chance);
  return [
    proposed(story, timing.tried, tryAgainAt),
    step(story, between(timing.tried, timing.contact, 0.4), {
      does: 'decide-plan',
      by: 'manager',
      decision: 'declined',
      why,
    }),
  ];
}

export function proposed(story: Story, at: Temporal.Instant, tryAgainAt: Temporal.Instant): Step {
  const { other } = wordsFor(story.cast);
  const { why, plan } = story.chance.pick(planReasons);
  return step(story, at, {
    does: 'propose-plan',
    by: story.lead,
    why: filled(why, other),
    plan: filled(plan, other),
    tryAgainAt,
  });
}

/** Early on the working day after. */
export function nextMorning(
  after: Temporal.Instant,
  calendar: WorkingCalendar,
  chance: Chance,
): Temporal.Instant {
  const day = nextWorkingDay(atTheOffice(after, calendar).toPlainDate(), calendar);
  return timeOn(day, calendar.opens, calendar).add({ minutes: chance.whole(12, 80) });
}

function between(from: Temporal.Instant, to: Temporal.Instant, share: number): Temporal.Instant {
  const milliseconds = from.epochMilliseconds + (to.epochMilliseconds - from.epochMilliseconds) * share;
  return Temporal.Instant.fromEpochMilliseconds(Math.round(milliseconds));
}
