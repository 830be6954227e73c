import { otherAccounts } from './arc-accounts.ts';
import { breathingSpaceLooks, courtStepsMeant } from './arc-breathing-space.ts';
import { aboutWhoeverIsFeared } from './arc-perpetrators.ts';
import { type Arc, acts, dayOf, later } from './arc-steps.ts';
import { changesAskedFor, tenancyChanges } from './arc-tenancies.ts';
import { discussed, tasks } from './plan-words.ts';
import type { Step } from './steps.ts';

/** Visits and calls, tasks, a manager's reviews, markers, and what the people in it need. */
export function besides(arc: Arc): readonly Step[] {
  const { work, from } = arc;
  const { chance, cast } = work;
  return [
    ...meetings(arc),
    ...todo(arc),
    ...supervision(arc),
    ...(chance.yes(0.3) ? markers(arc) : []),
    ...(cast.children.length > 0 && chance.yes(0.75) ? [children(arc)] : []),
    ...(chance.yes(0.55)
      ? [
          acts(arc, from.add({ hours: 50 }), {
            does: 'describe-themselves',
            religion: chance.pick(['none', 'none', 'christian', 'muslim', 'prefers_not']),
            disability: chance.yes(0.3),
          }),
        ]
      : []),
    ...(work.turn === 'factor' || chance.yes(0.2) ? advice(arc) : []),
    ...breathingSpaceLooks(arc),
    ...courtStepsMeant(arc),
    ...aboutWhoeverIsFeared(arc),
    ...otherAccounts(arc),
    ...tenancyChanges(arc),
    ...changesAskedFor(arc),
  ];
}

/** One that took place; and in open cases often one that is still to come. */
function meetings(arc: Arc): readonly Step[] {
  const { work, from, closedAt } = arc;
  const { chance, present } = work;
  const steps: Step[] = [];
  const planned = later(arc, from, chance.whole(3, 9));
  const starts = later(arc, planned, chance.whole(2, 6));
  if (chance.yes(0.6) && Temporal.Instant.compare(starts.add({ hours: 1 }), present) < 0) {
    const channel = chance.yes(0.5) ? 'call' : 'agreed_place';
    steps.push(acts(arc, planned, { does: 'plan-contact', channel, startsAt: starts }));
    steps.push(acts(arc, starts.add({ minutes: 55 }), { does: 'keep-contact' }));
  }
  const soon = present.subtract({ hours: chance.whole(3, 60) });
  if (!closedAt && chance.yes(0.55) && Temporal.Instant.compare(soon, from.add({ hours: 30 })) > 0)
    steps.push(
      acts(arc, soon, {
        does: 'plan-contact',
        channel: 'call',
        startsAt: later(arc, present, chance.whole(0, 6)).add({ hours: 24 }),
      }),
    );
  return steps;
}

function todo(arc: Arc): readonly Step[] {
  const { work, from, closedAt } = arc;
  const { chance, calendar, present, deal } = work;
  const steps: Step[] = [];
  const added = later(arc, from, chance.whole(2, 20));
  if (Temporal.Instant.compare(added, present) < 0) {
    steps.push(
      acts(arc, added, {
        does: 'add-task',
        what: deal(tasks),
        dueOn: dayOf(added, calendar).add({ days: 4 }),
      }),
    );
    steps.push(acts(arc, added.add({ hours: 30 }), { does: 'finish-task', nth: 0 }));
  }
  const lately = present.subtract({ hours: chance.whole(20, 90) });
  const open = !closedAt && Temporal.Instant.compare(lately, from) > 0;
  if (open && chance.yes(0.5))
    steps.push(
      acts(arc, lately, {
        does: 'add-task',
        what: deal(tasks),
        dueOn: dayOf(present, calendar).add({ days: chance.pick([-1, 0, 0, 1, 2, 5]) }),
      }),
    );
  return steps;
}

function supervision(arc: Arc): readonly Step[] {
  const { work, from } = arc;
  const { chance, present } = work;
  const steps: Step[] = [];
  let at = from;
  for (;;) {
    at = later(arc, at, chance.yes(0.9) ? chance.whole(16, 26) : 30);
    if (Temporal.Instant.compare(at, present) >= 0) return steps;
    const by = work.lead === 'manager' ? 'deputy' : 'manager';
    steps.push(acts(arc, at, { does: 'review-case', by, discussed: chance.pick(discussed) }));
  }
}

function markers(arc: Arc): readonly Step[] {
  const { work, from, closedAt } = arc;
  const { chance, calendar, present } = work;
  const placed = acts(arc, later(arc, from, 1).add({ minutes: 5 }), {
    does: 'place-marker',
    nth: chance.whole(0, 6),
    reviewOn: dayOf(present, calendar).add({ days: chance.pick([3, 20, 60]) }),
    why: 'Agreed with them: nobody calls without a word first.',
  });
  return closedAt
    ? [placed, acts(arc, closedAt.subtract({ minutes: 40 }), { does: 'end-markers' })]
    : [placed];
}

function children(arc: Arc): Step {
  const { chance } = arc.work;
  return acts(arc, later(arc, arc.from, 4), {
    does: 'child-needs',
    school: chance.pick(['The class teacher knows a little, and is trusted', 'Nobody there knows yet']),
    words: chance.pick([
      '“I count until it is quiet.”',
      '“Can the dog come too?”',
      '“I do not like the weekends.”',
    ]),
  });
}

function advice(arc: Arc): readonly Step[] {
  const at = later(arc, arc.from, 6);
  const { chance, turn } = arc.work;
  const factor = turn === 'factor' ? 'honour_based' : chance.pick(['religion', 'honour_based'] as const);
  return [
    acts(arc, at, {
      does: 'mark-factor',
      factor,
      why: 'It is used against them: whom they may see, and what they may wear.',
    }),
    acts(arc, at.add({ hours: 3 }), {
      does: 'seek-advice',
      factor,
      fromWhom: 'A specialist service by and for the community',
      advised: 'Never through the family or a community interpreter. Ask for a worker of their choice.',
      done: 'A worker from the service joins the next meeting, as they asked.',
    }),
  ];
}
