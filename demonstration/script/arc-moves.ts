import { type Arc, acts, later } from './arc-steps.ts';
import { saidOfMoving } from './move-words.ts';
import { tenancyOf } from './register-files.ts';
import type { Step } from './steps.ts';

/**
 * Some would like to move: a home is refused because it is not safe, one as secure comes, or one of lesser security
 * with a manager's decision; some decide to stay. Where they must not be housed is asked first.
 */
export function moving(arc: Arc, wants: string, from: Temporal.Instant): readonly Step[] {
  const chance = arc.work.chance.apart('moves');
  if (!['move', 'leave_later'].includes(wants) || !chance.yes(0.8)) return [];
  const over = arc.closedAt ?? arc.work.present;
  const isBefore = ({ at }: Step) => Temporal.Instant.compare(at, over) < 0;
  const at = later(arc, from, chance.whole(1, 9)).add({ minutes: 17 });
  const kind = chance.weighted([
    ['transfer', 52],
    ['reciprocal', 16],
    ['homelessness', 18],
    ['exchange', 14],
  ] as const);
  const manager = arc.work.lead === 'manager' ? 'deputy' : 'manager';
  const comes = chance.weighted([
    ['same', 46],
    ['lesser', 16],
    ['stays', 12],
    ['waits', 26],
  ] as const);
  const refused = chance.yes(0.4);
  const wish = acts(arc, at, {
    ...{ does: 'wish-to-move', kind, words: chance.pick(saidOfMoving) },
    ...{ asked: chance.yes(0.86), away: chance.yes(0.3) },
  });
  const first = later(arc, at, chance.whole(6, 20)).add({ minutes: 8 });
  const second = later(arc, first, chance.whole(7, 30)).add({ minutes: 21 });
  const moved = later(arc, second, chance.whole(4, 18)).add({ minutes: 5 });
  const asked = later(arc, moved, chance.yes(0.85) ? 1 : 4).add({ minutes: 44 });
  const offered = refused ? first : comes === 'same' || comes === 'lesser' ? second : null;
  const asking = {
    ...{ household: tenancyOf(arc.work.cast.home), address: `${chance.whole(2, 60)} Tannery Row` },
    postcode: `ZZ${chance.whole(1, 9)} ${chance.whole(1, 9)}QX`,
  };
  const steps: readonly Step[] = [
    wish,
    ...(offered && chance.yes(0.75)
      ? [
          {
            at: offered.subtract({ minutes: 45 }),
            story: arc.work.story,
            action: { does: 'ask-of-move', by: 'lettings', asking } as const,
          },
        ]
      : []),
    ...(refused ? [acts(arc, first, { does: 'offer-home', comes: 'not_safe' })] : []),
    ...(comes === 'stays' ? [acts(arc, second, { does: 'stay-after-all' })] : []),
    ...(comes === 'same' || comes === 'lesser' ? [acts(arc, second, { does: 'offer-home', comes })] : []),
    ...(comes === 'lesser'
      ? [acts(arc, later(arc, second, 1).add({ minutes: 9 }), { does: 'agree-to-lesser', by: manager })]
      : []),
    ...(comes === 'same' || comes === 'lesser'
      ? [
          acts(arc, moved, { does: 'move-house' }),
          acts(arc, asked, {
            does: 'ask-how-safe',
            feeling: chance.weighted([
              ['safe', 70],
              ['not_safe', 12],
              ['not_said', 18],
            ] as const),
          }),
        ]
      : []),
  ];
  return steps.filter(isBefore);
}
