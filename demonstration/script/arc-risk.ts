import type { RiskLevel } from '#rules/facts.ts';
import { type Arc, acts, dayOf, later } from './arc-steps.ts';
import { howSeen, lowered, reviewed } from './plan-words.ts';
import type { Step } from './steps.ts';

/** How many of the Dash's questions are answered with yes, by the level that it leads to. */
const yeses: Readonly<Record<RiskLevel, readonly [number, number]>> = {
  standard: [2, 8],
  medium: [10, 13],
  high: [14, 19],
};
/** Separation, control and violence together indicate a high risk whatever the score: left out where it is not high. */
const critical = [6, 12, 13, 15];
/** Each of these is for a named person to judge, and no count proposes standard beside it. */
const grave = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 22];

/** Every so many days at the latest (domain §3). */
const interval: Readonly<Record<RiskLevel, number>> = { high: 7, medium: 28, standard: 90 };
const below: Readonly<Partial<Record<RiskLevel, RiskLevel>>> = { high: 'medium', medium: 'standard' };

/** Asked soon after the first contact, looked at again in time (mostly), and lowered only by two people. */
export function rating(arc: Arc): readonly Step[] {
  const { work, from, level } = arc;
  const { chance } = work;
  const asked = later(arc, from, chance.yes(0.92) ? chance.whole(0, 1) : 5);
  const at = Temporal.Instant.compare(asked, from) > 0 ? asked : from.add({ minutes: 40 });
  const recorded = at.add({ minutes: chance.whole(25, 50) });
  return [
    ...assessed(arc, at, recorded),
    ...specialists(arc, recorded),
    acts(arc, recorded.add({ minutes: 4 }), { does: 'own-view', level, words: chance.pick(howSeen[level]) }),
    ...(chance.yes(0.18) ? received(arc, recorded) : []),
    ...(work.turn === 'high' ? [copied(arc, recorded)] : []),
    ...(chance.yes(0.2) ? [order(arc, recorded)] : []),
    ...(work.turn === 'changed' || chance.yes(0.4) ? changed(arc, recorded) : []),
    ...reviews(arc, recorded),
  ];
}

/** Whatever the story is of: what suggests so-called honour is taken to specialists, mostly the next day. */
function specialists(arc: Arc, recorded: Temporal.Instant): readonly Step[] {
  const own = arc.work.chance.apart('specialists');
  const at = later(arc, recorded, own.yes(0.9) ? 1 : 4).add({ minutes: own.whole(3, 40) });
  const sought = acts(arc, at, {
    does: 'seek-advice',
    factor: 'honour_based',
    fromWhom: 'A specialist service by and for the community',
    advised:
      'Ask who else they fear, apart from everybody. No relative interprets, and nobody in the family is told.',
    done: 'Asked so. Our cover words for calls were changed, and the service may be rung by them at any hour.',
  });
  return Temporal.Instant.compare(at, arc.work.present) < 0 ? [sought] : [];
}

/** Some wish to stop, and are asked again on the day that they agreed to, mostly. */
function assessed(arc: Arc, at: Temporal.Instant, recorded: Temporal.Instant): readonly Step[] {
  const yes = questions(arc);
  const own = { ...arc, work: { ...arc.work, chance: arc.work.chance.apart('stopping') } };
  const { work } = own;
  const { chance } = work;
  const again = later(own, at, 4);
  const within = Temporal.Instant.compare(again, work.present) < 0;
  if (!within || !chance.yes(0.2))
    return [acts(arc, recorded, { does: 'assess', askedAt: at, yes }), ...judged(arc, recorded, arc.level)];
  const words = chance.pick(stopping);
  const stopped = { after: chance.whole(2, 9), words, askAgainOn: dayOf(again, work.calendar) };
  const asked = chance.yes(0.9) ? again : later(own, again, 2);
  return [
    acts(arc, recorded, { does: 'assess', askedAt: at, yes, stopped }),
    ...judged(arc, recorded, arc.level === 'high' ? 'high' : 'medium'),
    acts(arc, asked.add({ minutes: 35 }), { does: 'assess', askedAt: asked, yes }),
    ...judged(arc, asked.add({ minutes: 35 }), arc.level),
  ].filter((each) => Temporal.Instant.compare(each.at, work.present) < 0);
}

/**
 * Nobody signs what a count proposes: whoever asked judges it, mostly at once, and where that is lower than what is
 * proposed, somebody else looks at it the same day.
 */
function judged(arc: Arc, recorded: Temporal.Instant, level: RiskLevel): readonly Step[] {
  const { work, second } = arc;
  const chance = work.chance.apart('judging');
  const at = chance.yes(0.93) ? recorded.add({ minutes: 2 }) : later(arc, recorded, 1).add({ minutes: 9 });
  return [
    acts(arc, at, { does: 'state-level', level, reason: chance.pick(judgements[level]) }),
    acts(arc, at.add({ minutes: 1 }), {
      does: 'decide-lowering',
      by: second,
      decision: 'confirmed',
      why: 'Went through the answers together, and agree',
    }),
  ].filter((each) => Temporal.Instant.compare(each.at, work.present) < 0);
}

const judgements: Readonly<Record<RiskLevel, readonly string[]>> = {
  standard: [
    'Asked about each answer: it was months ago, he lives elsewhere, and they do not expect more.',
    'Words and pressure over money. They are not afraid, and say what would change that.',
  ],
  medium: [
    'Frightened at times, and the pattern is there. Would be high if he learnt where they are.',
    'It happens less than it did, but nothing holds him back. Looked at again after the hearing.',
  ],
  high: [
    'They believe that he will do it, and so do I. Safety tonight comes first.',
    'It gets worse, he knows where they are, and leaving is near.',
  ],
};

const stopping = [
  '“That is enough for today. Ask me again when the children are at school.”',
  '“I am tired of questions. I will go on next time.”',
] as const;

function questions({ level, work: { chance } }: Arc): readonly number[] {
  const [least, most] = yeses[level];
  const all = Array.from({ length: 24 }, (_, nth) => nth + 1).filter(
    (item) => level === 'high' || !(level === 'standard' ? grave : critical).includes(item),
  );
  return chance.shuffled(all).slice(0, chance.whole(least, most));
}

/** The police found much the same; somebody looks at it the next day. */
function received(arc: Arc, after: Temporal.Instant): readonly Step[] {
  const { work, level } = arc;
  const [least, most] = yeses[level];
  const came = after.add({ hours: 1 });
  const own = { ...arc, work: { ...work, chance: work.chance.apart('received') } };
  const looked = later(own, came, 1).add({ minutes: 21 });
  return [
    acts(arc, came, {
      does: 'receive-assessment',
      from: 'The police, safeguarding desk',
      score: work.chance.whole(least, most),
      words: 'Taken at the address by the officers who came. To be shared only as the log says.',
    }),
    acts(arc, looked, { does: 'state-level', level, reason: 'Looked at with what the police found.' }),
  ].filter((each) => Temporal.Instant.compare(each.at, work.present) < 0);
}

/** The Idva asked for the form: it goes on paper, with their agreement and without what was said beside the answers. */
function copied(arc: Arc, after: Temporal.Instant): Step {
  return acts(arc, after.add({ minutes: 9 }), {
    does: 'copy-assessment',
    why: 'Needs it for the meeting, and they agreed to it',
  });
}

/** An order that ends, some of them soon: the risk is looked at before it does. */
function order(arc: Arc, after: Temporal.Instant): Step {
  const { work } = arc;
  const ends = dayOf(work.present, work.calendar).add({ days: work.chance.pick([6, 10, 27, 120]) });
  return acts(arc, after.add({ minutes: 12 }), {
    does: 'known-date',
    onDate: ends,
    words: 'Non-molestation order of the county court; a copy is with the police.',
  });
}

/** Something changed: the risk and then the plan are looked at again in the days after, mostly in time. */
function changed(arc: Arc, after: Temporal.Instant): readonly Step[] {
  const { work } = arc;
  const { chance, present } = work;
  const at = later(arc, after, chance.whole(5, 30)).add({ minutes: 7 });
  const looked = later(arc, at, work.turn || chance.yes(0.85) ? 1 : 5).add({ minutes: 11 });
  const agreed = later(arc, at, work.turn || chance.yes(0.85) ? 2 : 9).add({ minutes: 17 });
  const [trigger, words] = chance.pick(changes);
  return [
    acts(arc, at, { does: 'something-changed', trigger, words }),
    acts(arc, looked, {
      does: 'state-level',
      level: arc.level,
      reason: 'Looked at again after what changed.',
    }),
    acts(arc, agreed, {
      does: 'agree-plan',
      standing: 'agreed',
      again: true,
      ownWords: '“Yes. Add the car.”',
      reason: '',
    }),
  ].filter((each) => Temporal.Instant.compare(each.at, present) < 0);
}

const changes = [
  ['separation', 'They told him that it is over. He has not been back since, and rings at night.'],
  ['child_contact', 'Contact with the children was agreed at the contact centre, from next week.'],
  ['information', 'The school saw him at the gate on a day that is not his.'],
  ['pregnancy', 'They are expecting a baby in the spring.'],
] as const;

function reviews(arc: Arc, since: Temporal.Instant): readonly Step[] {
  const { work, second } = arc;
  const { chance, present } = work;
  const steps: Step[] = [];
  let level = arc.level;
  let at = since;
  for (let nth = 1; nth < 40; nth += 1) {
    const late = chance.yes(0.06);
    at = later(
      arc,
      at,
      late ? interval[level] + 3 : Math.max(2, interval[level] - chance.whole(1, level === 'high' ? 3 : 9)),
    );
    if (Temporal.Instant.compare(at, present) >= 0) return steps;
    const lower = below[level];
    const lowers = lower !== undefined && nth % (level === 'high' ? 4 : 2) === 0;
    if (!lowers) {
      steps.push(acts(arc, at, { does: 'state-level', level, reason: chance.pick(reviewed) }));
      continue;
    }
    steps.push(acts(arc, at, { does: 'state-level', level: lower, reason: chance.pick(lowered) }));
    const decided = at.add({ hours: chance.whole(1, 3) });
    if (Temporal.Instant.compare(decided, present) >= 0) return steps;
    const confirmed = chance.yes(0.85);
    steps.push(
      acts(arc, decided, {
        does: 'decide-lowering',
        by: second,
        decision: confirmed ? 'confirmed' : 'declined',
        why: confirmed ? 'Read the chronology, and agree' : 'Too early: the hearing is next week',
      }),
    );
    if (confirmed) level = lower;
  }
  return steps;
}
