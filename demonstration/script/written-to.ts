import type { CaseworkAction } from './casework-actions.ts';
import type { SafeContact, Step } from './steps.ts';
import type { Post } from './team.ts';

/** An open case in which a mobile was agreed, and who leads it. */
export interface MayBeAsked {
  readonly story: string;
  readonly by: Post;
  readonly agreed: SafeContact;
}

export type Wish = DistributiveOmit<CaseworkAction, 'by'>;
type DistributiveOmit<T, K extends keyof T> = T extends unknown ? Omit<T, K> : never;

/** Whoever leads the case does it. */
export function does({ story, by }: MayBeAsked, at: Temporal.Instant, action: Wish): Step {
  return { at, story, action: { by, ...action } as CaseworkAction };
}

/** A mobile was agreed in them by that moment and nothing after it, nobody is kept out, and nobody wished for rest. */
export function openCases(steps: readonly Step[], until: Temporal.Instant): readonly MayBeAsked[] {
  const open = new Map<string, MayBeAsked>();
  const left = new Set<string>();
  for (const { at, story, action } of steps) {
    if (leaves.has(action.does)) left.add(story);
    if (action.does !== 'safe-contact') continue;
    if (Temporal.Instant.compare(at, until) >= 0) left.add(story);
    if (action.agreed.value.startsWith('07'))
      open.set(story, { story, by: action.by, agreed: action.agreed });
  }
  return [...open.values()].filter(({ story }) => !left.has(story) && !story.endsWith(' again'));
}

const leaves: ReadonlySet<string> = new Set(['close', 'pause', 'restrict', 'conflict']);
