import { type Arc, acts, dayOf, later } from './arc-steps.ts';
import { offers, offersAtHighRisk, saidOfWhatCame } from './plan-words.ts';
import type { Step } from './steps.ts';

type Offered = (typeof offers)[number];

/** What is offered as the plan is made, each kind once: what was declined is not brought up again. */
export function offering(arc: Arc, at: Temporal.Instant): readonly Step[] {
  const { chance, deal } = arc.work;
  const list: readonly Offered[] = arc.level === 'high' ? offersAtHighRisk : offers;
  const chosen = Array.from({ length: chance.whole(2, 4) }, () => deal(list));
  const once = chosen.filter((offer, index) => chosen.findIndex(({ kind }) => kind === offer.kind) === index);
  return once.flatMap((offer, nth) => {
    const offered = at.add({ minutes: 12 + nth });
    const { kind, what, answer, ownWords } = offer;
    return [
      acts(arc, offered, {
        does: 'offer',
        kind,
        what,
        answer,
        ownWords,
        askOn: askedOn(arc, offer, offered),
      }),
      ...askedAgain(arc, offer, nth, offered),
      ...broughtAbout(arc, offer, nth, offered),
    ];
  });
}

/** A day on which they agreed to be asked again. */
function askedOn({ work }: Arc, offer: Offered, offered: Temporal.Instant): Temporal.PlainDate | null {
  if (!('againInDays' in offer)) return null;
  return dayOf(offered, work.calendar).add({ days: offer.againInDays });
}

/** Asked by that day, mostly; what they say then is theirs. */
function askedAgain(arc: Arc, offer: Offered, nth: number, offered: Temporal.Instant): readonly Step[] {
  const { present, chance } = arc.work;
  if (!('againInDays' in offer) || !chance.apart(`again-${nth}`).yes(0.8)) return [];
  const asked = later(arc, offered, 8);
  if (Temporal.Instant.compare(asked, present) >= 0) return [];
  return [
    acts(arc, asked, { does: 'answer-offer', nth, answer: 'declined', words: '“I talk to my sister.”' }),
  ];
}

/** Mostly in time, and mostly they say that it came; some of it late, and of some nobody has asked yet. */
function broughtAbout(arc: Arc, offer: Offered, nth: number, from: Temporal.Instant): readonly Step[] {
  if (!('bringer' in offer) || offer.answer !== 'taken') return [];
  const { present } = arc.work;
  const chance = arc.work.chance.apart(`support-${nth}`);
  const urgent = 'soon' in offer;
  const ordered = urgent ? from.add({ minutes: 25 + nth }) : later(arc, from, 1);
  const late = chance.yes(0.08);
  const delivered =
    urgent && !late
      ? ordered.add({ minutes: 40 })
      : later(arc, ordered, late ? 18 : arc.level === 'high' ? 1 : chance.whole(2, 6));
  const heard = later(arc, delivered, chance.whole(2, 6));
  const steps: Step[] = [
    ...('pence' in offer
      ? [
          acts(arc, ordered.subtract({ minutes: 25 }), { does: 'approve-support', nth, pence: offer.pence }),
          acts(arc, ordered.subtract({ minutes: 5 }), {
            ...{ does: 'decide-cost', nth, by: arc.work.lead === 'manager' ? 'deputy' : 'manager' },
          }),
        ]
      : []),
    acts(
      arc,
      ordered,
      offer.kind === 'window_alarm'
        ? { does: 'order-works', nth, whom: offer.bringer, works: offer.kind, inDays: 1 }
        : { does: 'order-support', nth, whom: offer.bringer },
    ),
    acts(arc, delivered, { does: 'deliver-support', nth }),
    ...(chance.yes(0.86)
      ? [acts(arc, heard, { does: 'hear-of-support', nth, words: chance.pick(saidOfWhatCame) })]
      : []),
    ...(offer.bringer === 'From our own stock' && chance.yes(0.5)
      ? [
          acts(arc, later(arc, heard, 4), {
            ...{ does: 'lose-lent', nth, feared: chance.yes(0.5) ? 'no' : 'maybe' },
            words: '“It was in my coat, and the coat is gone.”',
          }),
        ]
      : []),
  ];
  return steps.filter(({ at }) => Temporal.Instant.compare(at, present) < 0);
}
