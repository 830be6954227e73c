import { allowed, refused, type StaffId, type Verdict } from '#rules/facts.ts';
import type { Sight } from '#rules/proposal.ts';

/** What was drawn, as far as it matters to who may look at it. */
export interface Sampled {
  readonly answer: string | null;
  readonly recordedBy: StaffId | null;
  /** Whoever else it rests upon: who spoke with the person, wrote it down for another to confirm, or handed over. */
  readonly hadAHand: readonly StaffId[];
  /** Whoever led the case when it was drawn, and whoever leads it now. */
  readonly leads: readonly (StaffId | null)[];
}

/** May this colleague say whether they agree? Not about what they wrote down or did, nor of a case that they lead. */
export function mayAnswer(
  { answer, recordedBy, hadAHand, leads }: Sampled,
  by: StaffId,
  sight: Sight,
): Verdict {
  const not = (reason: string) => refused(reason, 'records');
  if (sight === 'outside') return not('Somebody looks who may see the case.');
  if (answer !== null) return not('Somebody has looked at this already.');
  if (recordedBy === by) return not('You wrote this down. Somebody else has to look at it.');
  if (hadAHand.includes(by)) return not('You had a part in this. Somebody else has to look at it.');
  if (leads.includes(by)) return not('You lead this case. Somebody else has to look at it.');
  if (sight === 'visiting')
    return not('Somebody who works on this case looks; emergency access is not enough.');
  return allowed;
}
