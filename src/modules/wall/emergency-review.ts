import { allowed, refused, type StaffId, type Verdict } from '#rules/facts.ts';
import type { Finding, Outcome } from './emergency.ts';

/** A use as far as reviewing it goes. */
export interface Reviewable {
  readonly outcome: Outcome;
  readonly staffId: StaffId;
  readonly finding: Finding | null;
}

/** Only what let somebody in needs a finding, once, and never from the one who was let in. */
export function mayReview({ outcome, staffId, finding }: Reviewable, by: StaffId | null): Verdict {
  if (outcome !== 'granted')
    return refused('Nobody was let in, so there is nothing to review.', 'need-to-know');
  if (staffId === by) return refused('Somebody else reviews your own emergency access.', 'need-to-know');
  if (finding !== null) return refused('This was reviewed already.', 'need-to-know');
  return allowed;
}
