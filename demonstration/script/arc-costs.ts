import type { AvoidedKind, CostKind, WorkKind } from '#modules/costs/pure.ts';
import { type Arc, acts, later } from './arc-steps.ts';
import type { Step } from './steps.ts';

const billed: readonly (readonly [
  { readonly kind: CostKind; readonly pence: number; readonly words: string },
  number,
])[] = [
  [{ kind: 'removal', pence: 28_500, words: 'Hollin Removals, a van and two people' }, 30],
  [{ kind: 'storage', pence: 9_600, words: 'Exampleton Stores, eight weeks of a small room' }, 20],
  [{ kind: 'travel', pence: 3_840, words: 'Taxis to the solicitor and back' }, 30],
  [{ kind: 'interpreter', pence: 11_000, words: 'An interpreter for two visits' }, 20],
];

const took: readonly (readonly [{ readonly kind: WorkKind; readonly quarters: number }, number])[] = [
  [{ kind: 'contact', quarters: 2 }, 35],
  [{ kind: 'visit', quarters: 7 }, 35],
  [{ kind: 'meeting', quarters: 5 }, 20],
  [{ kind: 'court', quarters: 11 }, 10],
];

const avoided: readonly AvoidedKind[] = ['temporary', 'possession', 'eviction'];

/** What it cost beside what was offered, how long it took, and what was avoided, where something on record shows it. */
export function costing(arc: Arc, from: Temporal.Instant): readonly Step[] {
  const chance = arc.work.chance.apart('costs');
  const own = { ...arc, work: { ...arc.work, chance } };
  const until = arc.closedAt ?? arc.work.present;
  const after = (days: number, minutes: number) => later(own, from, days).add({ minutes });
  const decides = arc.work.lead === 'manager' ? 'deputy' : 'manager';
  const steps: Step[] = [1, 2, 3].flatMap((nth) =>
    chance.yes(0.55) ? [acts(arc, after(nth * 6, 11), { does: 'write-time', ...chance.weighted(took) })] : [],
  );
  if (chance.yes(0.5)) {
    const cost = chance.weighted(billed);
    steps.push(acts(arc, after(9, 34), { does: 'write-cost', ...cost }));
    if (chance.yes(0.8)) steps.push(acts(arc, after(11, 12), { does: 'name-fund', by: decides }));
  }
  steps.push(
    ...[20, 45, 70].map((days) => acts(arc, after(days, 52), { does: 'count-avoided', kinds: avoided })),
  );
  return steps.filter(({ at }) => Temporal.Instant.compare(at, until) < 0);
}
