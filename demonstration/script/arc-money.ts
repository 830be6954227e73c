import type { GainKind, MatterKind } from '#modules/money/pure.ts';
import { type Arc, acts, later } from './arc-steps.ts';
import type { Step } from './steps.ts';

const told: readonly (readonly [{ readonly kind: MatterKind; readonly words: string }, number])[] = [
  [{ kind: 'coerced_debt', words: '“The loan is in my name. I never saw the money.”' }, 30],
  [{ kind: 'joint_arrears', words: '“We both owe it, they say. I always gave half.”' }, 25],
  [{ kind: 'utility', words: '“The meter runs out on Thursdays.”' }, 20],
  [{ kind: 'redirected', words: '“It all goes to an account that I cannot open.”' }, 25],
];

const brought: readonly (readonly [
  { readonly kind: GainKind; readonly once: number; readonly weekly: number },
  number,
])[] = [
  [{ kind: 'benefit', once: 0, weekly: 2_450 }, 45],
  [{ kind: 'arrears_paid', once: 31_200, weekly: 0 }, 25],
  [{ kind: 'debt_off', once: 140_000, weekly: 0 }, 30],
];

/** What they say of money: an adviser mostly looks, some would rather leave it, and some of it brings something. */
export function moneyOf(arc: Arc, from: Temporal.Instant): readonly Step[] {
  const chance = arc.work.chance.apart('money');
  const own = { ...arc, work: { ...arc.work, chance } };
  const until = arc.closedAt ?? arc.work.present;
  if (!chance.yes(0.55)) return [];
  const said = later(own, from, chance.whole(2, 9)).add({ minutes: 41 });
  const became = later(own, said, chance.whole(2, 8)).add({ minutes: 23 });
  const gained = later(own, became, chance.whole(8, 20)).add({ minutes: 17 });
  const left = chance.yes(0.12);
  const steps = [
    acts(arc, said, { does: 'tell-of-money', ...chance.weighted(told) }),
    ...(chance.yes(0.9) ? [acts(arc, became, { does: 'look-at-money', left })] : []),
    ...(!left && chance.yes(0.5)
      ? [acts(arc, gained, { does: 'gain-money', ...chance.weighted(brought) })]
      : []),
  ];
  return steps.filter(({ at }) => Temporal.Instant.compare(at, until) < 0);
}
