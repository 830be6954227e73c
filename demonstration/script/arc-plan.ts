import { costing } from './arc-costs.ts';
import { housing } from './arc-housing.ts';
import { moneyOf } from './arc-money.ts';
import { moving } from './arc-moves.ts';
import { type Arc, acts, dayOf, later } from './arc-steps.ts';
import { offering } from './arc-support.ts';
import { aboutThePlan, actions, inEmergency, mustNot, wishes } from './plan-words.ts';
import type { Step } from './steps.ts';

const wanted = [
  ['stay_together', 14],
  ['stay_home', 41],
  ['leave_later', 8],
  ['move', 27],
  ['undecided', 10],
] as const;

/** Written with the person, agreed mostly in time, worked through, and looked at again. */
export function planning(arc: Arc): readonly Step[] {
  const { work, from } = arc;
  const { chance, calendar, present, deal } = work;
  const wants = chance.weighted(wanted);
  const at = later(arc, from, chance.whole(1, 3)).add({ minutes: 2 });
  const chosen = chance.shuffled(actions).slice(0, chance.whole(2, 4));
  const steps: Step[] = [
    acts(arc, at, {
      does: 'write-plan',
      wants,
      ownWords: chance.pick<string>(wishes[wants]),
      wishes: deal(mustNot),
      emergency: deal(inEmergency),
    }),
  ];
  for (const [nth, { what, why, owner, safety, ...more }] of chosen.entries()) {
    const dueOn = owner === 'person' ? null : dayOf(later(arc, at, chance.whole(4, 16)), calendar);
    const agency = 'agency' in more ? more.agency : '';
    steps.push(
      acts(arc, at.add({ minutes: 2 + nth }), {
        does: 'plan-action',
        what,
        why,
        owner,
        agency,
        dueOn,
        safety,
      }),
    );
    const done = later(arc, at, chance.whole(3, 18)).add({ minutes: 3 + nth });
    if (Temporal.Instant.compare(done, present) < 0 && chance.yes(0.82))
      steps.push(
        acts(arc, done, {
          does: 'finish-action',
          nth,
          note: 'Done as agreed; they know whom to ring if it is not right.',
        }),
      );
    else if (arc.closedAt)
      steps.push(
        acts(arc, arc.closedAt.subtract({ minutes: 30 - nth }), {
          does: 'drop-action',
          nth,
          note: 'They no longer want it.',
        }),
      );
  }
  steps.push(
    ...offering(arc, at),
    ...housing(arc, wants, at),
    ...moving(arc, wants, at),
    ...moneyOf(arc, at),
    ...costing(arc, at),
  );
  return [...steps, ...agreeing(arc, at)];
}

function agreeing(arc: Arc, written: Temporal.Instant): readonly Step[] {
  const { chance, present } = arc.work;
  const steps: Step[] = [];
  const how =
    turned[arc.work.turn ?? ''] ??
    chance.weighted([
      ['agreed', 86],
      ['not_yet', 9],
      ['not_safe_to_agree', 5],
    ] as const);
  let at = later(arc, written, chance.whole(0, 2)).add({ minutes: 30 });
  if (Temporal.Instant.compare(at, written.add({ minutes: 25 })) < 0) at = written.add({ minutes: 25 });
  steps.push(agreed(arc, at, how, false));
  for (;;) {
    const soon = steps.length === 1 && how !== 'agreed';
    at = later(arc, at, soon ? chance.whole(3, 5) : chance.yes(0.9) ? chance.whole(20, 27) : 31);
    if (Temporal.Instant.compare(at, present) >= 0) return steps;
    steps.push(agreed(arc, at, 'agreed', true));
  }
}

const turned: Readonly<Record<string, 'not_yet' | 'not_safe_to_agree' | undefined>> = {
  'unsafe-plan': 'not_safe_to_agree',
  'more-time': 'not_yet',
};

function agreed(
  arc: Arc,
  at: Temporal.Instant,
  standing: 'agreed' | 'not_yet' | 'not_safe_to_agree',
  again: boolean,
): Step {
  const { chance } = arc.work;
  return acts(arc, at, {
    does: 'agree-plan',
    standing,
    again,
    ownWords: standing === 'agreed' ? chance.pick(aboutThePlan) : '',
    reason: {
      agreed: '',
      not_yet: 'They would like to sleep on the part about the school.',
      not_safe_to_agree: 'Somebody was always within earshot. What protects them goes on meanwhile.',
    }[standing],
  });
}
