import { allowed, refused, type Verdict } from '#rules/facts.ts';

/** What became of a letter on paper. */
export const outcomes = [
  { value: 'posted', label: 'It is in the post', hint: 'In an envelope that says nothing of us' },
  { value: 'destroyed', label: 'It is destroyed', hint: 'Shredded: not put aside, not in a bin' },
] as const;
export type PaperOutcome = (typeof outcomes)[number]['value'];

interface Paper {
  readonly outcome: PaperOutcome | null;
  /** Since it was printed, it may not leave any more. */
  readonly stopped: boolean;
}

/** Said once; what may not leave any more is destroyed, however near the post it is. */
export function maySayOutcome({ outcome, stopped }: Paper, as: PaperOutcome): Verdict {
  if (outcome !== null) return refused('What became of it is written down already.', 'records');
  if (as === 'posted' && stopped)
    return refused(
      'It may not leave any more: take it out of the post, at the franking machine or before.',
      'safe-contact',
    );
  return allowed;
}

/** While its paper may still leave, or has left, there is no second one. */
export function mayPrintAgain({ outcome }: Paper): Verdict {
  return outcome === 'destroyed'
    ? allowed
    : refused('It is printed already. Destroy that paper first, and say so.', 'safe-contact');
}
