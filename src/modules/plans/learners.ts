import type { PaperPlace } from '#rules/own-paper.ts';
import type { Words } from '#rules/pack.ts';
import type { Over } from '#rules/ways.ts';
import { type Around, type Learner, type Outlet, whoWouldLearn } from '#rules/who-would-learn.ts';
import type { CopyWay } from './copy.ts';

/** A way in which the plan may be given, and who would learn it then. */
export interface LearntBy {
  readonly way: CopyWay;
  readonly over: Over | null;
  /** What the way is called beside the others. */
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
  { words, conflicts }: { readonly words: Words; readonly conflicts: boolean },
): readonly LearntBy[] {
  const paper = (way: CopyWay, outlet: Outlet, name: string, where: readonly PaperPlace[]) => {
    const groups = [...Map.groupBy(where, ({ over }) => over)];
    return groups.map(([over, group]) => ({
      way,
      over,
      label: groups.length === 1 ? name : `${name} (${group.map(({ label }) => bare(label)).join('; ')})`,
      learners: whoWouldLearn({ by: [outlet, 'print'], to: 'person', over, around, conflicts }, words),
    }));
  };
  return [
    ...paper('handed_over', 'handed_over', 'Handed over', places),
    ...paper('posted', 'letter', 'By post', addresses),
    {
      way: 'read_aloud',
      over: null,
      label: 'Read aloud',
      learners: whoWouldLearn({ by: ['aloud'], to: 'person', around }, words),
    },
  ];
}

/** Without the way that stands before it already. */
function bare(label: string): string {
  return label.replace(/^(?:By post|Where it was agreed to meet): /, '');
}

/** Of the way that was chosen; where no copy is kept, nobody learns anything. */
export function learnersOf(
  each: readonly LearntBy[],
  { way, over }: Pick<LearntBy, 'way' | 'over'>,
): readonly Learner[] {
  return each.find((open) => open.way === way && open.over === over)?.learners ?? [];
}
