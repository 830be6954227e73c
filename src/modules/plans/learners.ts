import type { PaperPlace } from '#rules/own-paper.ts';
import type { Words } from '#rules/pack.ts';
import type { Over } from '#rules/ways.ts';
import { type Around, type Learner, type Outlet, whoWouldLearn } from '#rules/who-would-learn.ts';
import type { CopyWay } from './copy.ts';

/** A way in which the plan may be given, and who would learn it then. */
export interface LearntBy {
  readonly way: CopyWay;
  readonly over: Over | null;
  readonly label: string;
  readonly learners: readonly Learner[];
}

/** Of each way that is open, each address by its own terms; places that were agreed with one way share its terms. */
export function learntBy(
  {
    places,
    addresses,
  }: { readonly places: readonly PaperPlace[]; readonly addresses: readonly PaperPlace[] },
  around: Around,
  words: Words,
): readonly LearntBy[] {
  const paper = (way: CopyWay, outlet: Outlet, where: readonly PaperPlace[]) =>
    [...Map.groupBy(where, ({ over }) => over)].map(([over, group]) => ({
      way,
      over,
      label: group.map(({ label }) => label).join('; '),
      learners: whoWouldLearn({ by: [outlet, 'print'], to: 'person', over, around }, words),
    }));
  return [
    {
      way: 'read_aloud',
      over: null,
      label: 'Read aloud together',
      learners: whoWouldLearn({ by: ['aloud'], to: 'person', around }, words),
    },
    ...paper('handed_over', 'handed_over', places).map((each) => ({
      ...each,
      label: `On paper, handed over: ${each.label}`,
    })),
    ...paper('posted', 'letter', addresses).map((each) => ({ ...each, label: `On paper. ${each.label}` })),
  ];
}

/** Of the way that was chosen; where no copy is kept, nobody learns anything. */
export function learnersOf(
  each: readonly LearntBy[],
  { way, over }: Pick<LearntBy, 'way' | 'over'>,
): readonly Learner[] {
  return each.find((open) => open.way === way && open.over === over)?.learners ?? [];
}
