import { type Arc, acts, dayOf, later } from './arc-steps.ts';
import { closingWhys, pauseWishes, reviewed } from './plan-words.ts';
import type { Step } from './steps.ts';

/** How a case rests, ends and, now and then, begins again. */
export function ending(arc: Arc): readonly Step[] {
  if (arc.closedAt) return closed(arc, arc.closedAt);
  return arc.work.turn === 'rests' || arc.work.chance.yes(0.16) ? paused(arc) : [];
}

function closed(arc: Arc, at: Temporal.Instant): readonly Step[] {
  const { work, level } = arc;
  const { chance, present } = work;
  const wasHigh = level === 'high';
  const last = acts(arc, at, {
    does: 'state-level',
    level: wasHigh ? 'high' : level,
    reason: chance.pick(reviewed),
  });
  const close = acts(arc, at.add({ minutes: 20 }), { does: 'close', why: chance.pick(closingWhys) });
  const signed = at.add({ hours: 22 });
  const waits = wasHigh && Temporal.Instant.compare(signed, present) >= 0;
  const end = wasHigh ? [acts(arc, signed, { does: 'sign-closing', by: arc.second })] : [];
  if (waits) return [last, close];
  const asked = later(arc, signed, chance.whole(4, 18));
  const again = later(arc, signed, chance.whole(12, 30));
  return [
    last,
    close,
    ...end,
    ...outcome(arc, asked),
    ...(work.turn === 'reopened' || chance.yes(0.12) ? reopened(arc, again) : []),
  ];
}

function outcome(arc: Arc, at: Temporal.Instant): readonly Step[] {
  const { chance, present } = arc.work;
  if (Temporal.Instant.compare(at, present) >= 0 || chance.yes(0.12)) return [];
  const asked = chance.yes(0.8);
  return [
    acts(arc, at, {
      does: 'outcome',
      answers: {
        safer: asked
          ? chance.weighted([
              ['safer', 74],
              ['same', 20],
              ['less_safe', 6],
            ] as const)
          : 'not_asked',
        believed: asked
          ? chance.weighted([
              ['yes', 93],
              ['not_said', 7],
            ] as const)
          : 'not_asked',
        knows_rights: asked ? 'yes' : 'not_asked',
        wished: chance.weighted([
          ['stay', 55],
          ['move', 35],
          ['undecided', 10],
        ] as const),
        housing: chance.weighted([
          ['stayed', 80],
          ['moved', 14],
          ['waiting', 6],
        ] as const),
        tenure_kept: 'not_applicable',
        support: chance.weighted([
          ['accepted', 66],
          ['declined', 30],
          ['not_offered', 4],
        ] as const),
      },
      words: asked ? '“You believed me before I did.”' : '',
    }),
  ];
}

function reopened(arc: Arc, at: Temporal.Instant): readonly Step[] {
  const { chance, present } = arc.work;
  if (Temporal.Instant.compare(at.add({ hours: 9 }), present) >= 0) return [];
  const reached = at.add({ minutes: chance.whole(6, 24) });
  return [
    acts(arc, at, {
      does: 'reopen',
      why: 'They rang: there were messages again from a number that they do not know.',
    }),
    {
      at: reached.add({ minutes: 3 }),
      story: arc.work.story,
      action: {
        does: 'contact',
        by: arc.work.lead,
        happenedAt: reached,
        channel: 'phone',
        outcome: 'spoke_safely',
        withWhom: 'person',
        danger: { answer: 'no', words: '' },
        notes: 'They are safe tonight, and would like the locks looked at again.',
      },
    },
    acts(arc, reached.add({ minutes: 15 }), {
      does: 'state-level',
      level: 'medium',
      reason: 'Messages again, after weeks of quiet.',
    }),
  ];
}

/** Some rest until a day that is still to come, some went on when it came. */
function paused(arc: Arc): readonly Step[] {
  const { work, from } = arc;
  const { chance, calendar, present } = work;
  const at = later(arc, from, chance.whole(10, 30));
  if (Temporal.Instant.compare(at, present) >= 0) return [];
  const next = dayOf(later(arc, at, chance.whole(14, 45)), calendar);
  const pause = acts(arc, at, { does: 'pause', wish: chance.pick(pauseWishes), next });
  const came = later(arc, at, Math.max(1, dayOf(at, calendar).until(next).days)).add({ minutes: 1 });
  if (Temporal.Instant.compare(came.add({ minutes: 10 }), present) >= 0) return [pause];
  return [
    pause,
    {
      at: came,
      story: work.story,
      action: {
        does: 'contact',
        by: work.lead,
        happenedAt: came.subtract({ minutes: 5 }),
        channel: 'phone',
        outcome: 'spoke_safely',
        withWhom: 'person',
        danger: { answer: 'no', words: '' },
        notes: 'Rang on the agreed day. They are well, and would like to go on.',
      },
    },
    acts(arc, came.add({ minutes: 4 }), { does: 'resume', reason: 'agreed_day' }),
  ];
}
