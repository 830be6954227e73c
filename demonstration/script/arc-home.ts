import { type Arc, acts, later } from './arc-steps.ts';
import type { Turn } from './casework.ts';
import { type HomeOffer, saferHomes } from './home-words.ts';
import type { ContractorSays, Step } from './steps.ts';

/** In these it is done whatever chance says, where the level is known: the risk is high, or it is standard. */
const madeSafe: readonly (Turn | undefined)[] = ['high', 'reopened'];
/** In these there is time for a room, where whoever is feared lives elsewhere. */
const withRoom: readonly (Turn | undefined)[] = [
  ...(['high', 'rests', 'factor', 'changed', 'more-time', 'unsafe-plan', 'acted'] as const),
];
const livesElsewhere: readonly string[] = ['ex', 'co_parent', 'family'];

/**
 * What makes a home safer, once the risk was judged and the plan agreed: made safe the same day, bolts and a marker
 * within days, and where there is time for it a room to wait in for help. Whether it is done, they say themselves.
 * @param before what else happens in the case
 */
export function saferHome(arc: Arc, before: readonly Step[]): readonly Step[] {
  const { work } = arc;
  const own: Arc = { ...arc, work: { ...work, chance: work.chance.apart('safer home') } };
  const ready = readyAt(before);
  if (!ready) return [];
  const first = later(own, ready, 1);
  const offered = before.filter(({ action }) => action.does === 'offer').length;
  const safe = madeSafe.includes(work.turn)
    ? [
        ...sameDay(own, first, offered),
        ...marker(own, first.add({ minutes: 3 }), offered + 1),
        ...bolt(own, first.add({ minutes: 6 }), offered + 2),
      ]
    : [];
  const hasRoom = withRoom.includes(work.turn) && livesElsewhere.includes(work.cast.relation);
  const nth = offered + safe.filter(({ action }) => action.does === 'offer').length;
  return [...safe, ...(hasRoom ? room(own, later(own, first, 2), nth) : [])];
}

/** Somebody judged the risk, and a plan stands of which it can be a part. */
function readyAt(before: readonly Step[]): Temporal.Instant | null {
  const rated = before.find(({ action }) => action.does === 'decide-lowering')?.at;
  const agreed = before.find(
    ({ action }) => action.does === 'agree-plan' && action.standing === 'agreed',
  )?.at;
  if (!rated || !agreed) return null;
  return Temporal.Instant.compare(rated, agreed) > 0 ? rated : agreed;
}

function sameDay(arc: Arc, at: Temporal.Instant, nth: number): readonly Step[] {
  const ordered = at.add({ minutes: 12 });
  const done = ordered.add({ minutes: 130 });
  return [
    offers(arc, at, saferHomes.make_safe),
    acts(arc, ordered, { does: 'order-works', nth, whom: repairs, works: 'make_safe', inDays: 0 }),
    ...overLink(arc, ordered.add({ minutes: 4 })),
    acts(arc, ordered.add({ minutes: 75 }), {
      ...{ does: 'order-works', nth, whom: repairs, works: 'make_safe', inDays: 0 },
    }),
    ...confirmed(arc, nth, done, done.add({ minutes: 25 }), saferHomes.make_safe),
  ];
}

/** The contractor has it as a link, comes, and nobody opens; one of us asks them, and they are well. */
function overLink(arc: Arc, sent: Temporal.Instant): readonly Step[] {
  const { story } = arc.work;
  const says = (minutes: number, answers: ContractorSays['answers']): Step => ({
    ...{ at: sent.add({ minutes }), story, action: { does: 'contractor-says', by: null, answers } },
  });
  return [
    acts(arc, sent, { does: 'send-works-link' }),
    says(6, 'accept'),
    says(41, 'arrived'),
    says(49, 'problem'),
    acts(arc, sent.add({ minutes: 62 }), {
      ...{
        does: 'look-into-stop',
        words: '“I heard the bell and did not dare. He can come again, I will look out.”',
      },
    }),
  ];
}

function bolt(arc: Arc, at: Temporal.Instant, nth: number): readonly Step[] {
  const ordered = at.add({ minutes: 55 });
  const done = later(arc, ordered, 1);
  return [
    offers(arc, at, saferHomes.door_bolt),
    ...approved(arc, at.add({ minutes: 20 }), nth, 4_500),
    acts(arc, ordered, { does: 'order-works', nth, whom: repairs, works: 'door_bolt', inDays: 1 }),
    ...confirmed(arc, nth, done, done.add({ minutes: 35 }), saferHomes.door_bolt),
  ];
}

function room(arc: Arc, at: Temporal.Instant, nth: number): readonly Step[] {
  const ordered = later(arc, at, 3);
  const done = later(arc, ordered, 8);
  return [
    offers(arc, at, saferHomes.sanctuary_room),
    ...approved(arc, at.add({ minutes: 20 }), nth, 95_000),
    acts(arc, ordered, { does: 'order-works', nth, whom: repairs, works: 'sanctuary_room', inDays: 8 }),
    ...confirmed(arc, nth, done, later(arc, done, 1), saferHomes.sanctuary_room),
  ];
}

/** They ring the control room themselves; it says the next day that it stands. */
function marker(arc: Arc, at: Temporal.Instant, nth: number): readonly Step[] {
  const placed = later(arc, at, 1);
  return [
    offers(arc, at, saferHomes.emergency_marker),
    acts(arc, at.add({ minutes: 40 }), { does: 'order-support', nth, whom: 'The police control room' }),
    ...confirmed(arc, nth, placed, later(arc, placed, 5), saferHomes.emergency_marker),
  ];
}

const repairs = 'Larchfield Repairs';

function offers(arc: Arc, at: Temporal.Instant, { kind, what, yes: ownWords }: HomeOffer): Step {
  return acts(arc, at, { does: 'offer', kind, what, answer: 'taken', ownWords, askOn: null });
}

function approved(arc: Arc, at: Temporal.Instant, nth: number, pence: number): readonly Step[] {
  const by = arc.work.lead === 'manager' ? 'deputy' : 'manager';
  return [
    acts(arc, at, { does: 'approve-support', nth, pence }),
    acts(arc, at.add({ minutes: 25 }), { does: 'decide-cost', nth, by }),
  ];
}

function confirmed(
  arc: Arc,
  nth: number,
  done: Temporal.Instant,
  heard: Temporal.Instant,
  { said: words, later: again }: HomeOffer,
): readonly Step[] {
  return [
    acts(arc, done, { does: 'deliver-support', nth }),
    acts(arc, heard, { does: 'hear-of-support', nth, words }),
    ...(again ? [acts(arc, later(arc, heard, 70), { does: 'look-again', nth, words: again })] : []),
  ];
}
