import { type Arc, acts, later } from './arc-steps.ts';
import { offers, saidOfWhatCame } from './plan-words.ts';
import type { Step } from './steps.ts';

type Offered = (typeof offers)[number];

/** What is offered as the plan is made, each kind once: what was declined is not brought up again. */
export function offering(arc: Arc, at: Temporal.Instant): readonly Step[] {
  const { chance } = arc.work;
  const chosen = chance.shuffled(offers).slice(0, chance.whole(2, 4));
  const once = chosen.filter((offer, index) => chosen.findIndex(({ kind }) => kind === offer.kind) === index);
  return once.flatMap((offer, nth) => {
    const offered = at.add({ minutes: 12 + nth });
    const { kind, what, answer, ownWords } = offer;
    return [
      acts(arc, offered, { does: 'offer', kind, what, answer, ownWords }),
      ...broughtAbout(arc, offer, nth, offered),
    ];
  });
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
      ? [acts(arc, ordered.subtract({ minutes: 5 }), { does: 'approve-support', nth, pence: offer.pence })]
      : []),
    acts(arc, ordered, { does: 'order-support', nth, whom: offer.bringer }),
    acts(arc, delivered, { does: 'deliver-support', nth }),
    ...(chance.yes(0.86)
      ? [acts(arc, heard, { does: 'hear-of-support', nth, words: chance.pick(saidOfWhatCame) })]
      : []),
  ];
  return steps.filter(({ at }) => Temporal.Instant.compare(at, present) < 0);
}
