import { allowed, refused, type StaffId, type Verdict } from '#rules/facts.ts';

/** A lower level than the one that stands, proposed by one person with a reason and waiting for another. */
export interface Lowering {
  /** The rating that it would lower. */
  readonly ratingId: string;
  readonly proposedBy: StaffId;
  readonly decision: LoweringDecision | null;
}

export const loweringDecisions = ['confirmed', 'declined', 'withdrawn'] as const;
export type LoweringDecision = (typeof loweringDecisions)[number];

/** The rule behind it: software may raise a risk, and only people lower it (domain, rule 2; V4.1c, L2.1d). */
const basis = 'risk-assessed';

export interface Deciding {
  readonly by: StaffId;
  /** Here by emergency access alone: whoever confirms has to know the case. */
  readonly visiting: boolean;
  readonly decision: LoweringDecision;
  /** The id of the rating that stands now. */
  readonly standing: string;
}

/**
 * May this colleague decide it so? Whoever proposed it takes it back, and never confirms it; a risk that was rated again
 * meanwhile is not lowered on yesterday's reasons.
 */
export function mayDecideLowering(
  lowering: Lowering,
  { by, visiting, decision, standing }: Deciding,
): Verdict {
  if (lowering.decision !== null) return refused('This proposal has been decided already.', basis);
  const own = lowering.proposedBy === by;
  if (decision === 'withdrawn')
    return own ? allowed : refused('Whoever proposed it may withdraw it; others decline it.', basis);
  if (own) return refused('Somebody else decides: nobody lowers a risk alone.', basis);
  if (visiting)
    return refused('Somebody who works on this case decides; emergency access is not enough.', basis);
  if (decision === 'confirmed' && lowering.ratingId !== standing)
    return refused('The risk has been looked at again since. Propose it anew.', basis);
  return allowed;
}
