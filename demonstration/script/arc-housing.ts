import { type Arc, acts, later } from './arc-steps.ts';
import { saidOfHousing } from './plan-words.ts';
import type { Step } from './steps.ts';

const likes = {
  stay_home: 'stay',
  stay_together: 'stay',
  move: 'leave',
  leave_later: 'leave',
  undecided: 'not_decided',
};

/** How things stand with the home, and mostly what was gone through: some would rather not speak of it. */
export function housing(arc: Arc, wants: keyof typeof likes, from: Temporal.Instant): readonly Step[] {
  const chance = arc.work.chance.apart('housing');
  const at = later(arc, from, chance.whole(2, 22)).add({ minutes: 31 });
  const until = arc.closedAt ?? arc.work.present;
  if (Temporal.Instant.compare(at, until) >= 0 || !chance.yes(0.85)) return [];
  const holder = chance.weighted([
    ['alone', 48],
    ['jointly', 30],
    ['feared_alone', 9],
    ['not_known', 13],
  ] as const);
  const relation = chance.weighted([
    ['married', 30],
    ['couple', 38],
    ['partner', 14],
    ['family', 18],
  ] as const);
  const notWanted = chance.yes(0.12);
  return [
    acts(arc, at, {
      ...{ does: 'go-through-housing', holder, relation, notWanted },
      wish: likes[wants] as 'stay' | 'leave' | 'not_decided',
      words: notWanted ? '' : chance.pick(saidOfHousing),
    }),
  ];
}
