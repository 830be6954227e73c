import { type Arc, acts, later } from './arc-steps.ts';
import type { Step } from './steps.ts';

/**
 * In some cases it is said to be the other way round: whoever leads the case judges it, a manager decides, and what
 * cannot be told yet is judged again. Now and then somebody of another case is named by mistake, and one colleague
 * leads both for a quarter of an hour.
 */
export function otherAccounts(arc: Arc): readonly Step[] {
  const { work, from, closedAt } = arc;
  const chance = work.chance.apart('other accounts');
  if (work.turn === 'acted' || work.turn === 'changed') return [];
  const manager = work.lead === 'manager' ? 'deputy' : 'manager';
  const isTold = chance.yes(0.28);
  const isMistaken = chance.yes(0.15);
  const said = later(arc, from, chance.whole(5, 12)).add({ minutes: 7 });
  const judged = later(arc, said, chance.yes(0.85) ? chance.whole(2, 6) : 16).add({ minutes: 9 });
  const again = later(arc, judged, chance.whole(8, 15)).add({ minutes: 11 });
  const cannotTell = chance.yes(0.5);
  const judging = (at: Temporal.Instant, comes: 'harmed' | 'cannot_tell') => [
    acts(arc, at, { does: 'judge-account', comes }),
    acts(arc, at.add({ minutes: 45 }), { does: 'agree-to-account', by: manager }),
  ];
  const named = later(arc, from, chance.whole(3, 9)).add({ minutes: 13 });
  const looked = (at: Temporal.Instant): Step => ({
    ...{ at, story: work.story },
    action: { does: 'look-at-two-cases', by: null },
  });
  const steps = [
    ...(isTold
      ? [
          acts(arc, said, { does: 'hear-other-account' }),
          ...judging(judged, cannotTell ? 'cannot_tell' : 'harmed'),
          ...(cannotTell ? judging(again, 'harmed') : []),
        ]
      : []),
    ...(isMistaken
      ? [
          acts(arc, named, { does: 'name-by-mistake' }),
          looked(named.add({ minutes: 2 })),
          acts(arc, named.add({ minutes: 15 }), { does: 'put-right-who' }),
          looked(named.add({ minutes: 17 })),
        ]
      : []),
  ];
  const over = closedAt ?? work.present;
  const last = named.add({ minutes: 17 });
  // Whoever was named by mistake is put right before anything else ends.
  return steps.filter(
    ({ at, action }) =>
      Temporal.Instant.compare(at, over) < 0 &&
      (!['name-by-mistake', 'put-right-who', 'look-at-two-cases'].includes(action.does) ||
        Temporal.Instant.compare(last, over) < 0),
  );
}
