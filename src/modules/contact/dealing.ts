import { allowed, refused, type StaffId, type Verdict } from '#rules/facts.ts';
import type { Choice } from '#rules/words.ts';

/** Is the agreed way still safe, after what went against it? */
export const stillSafeAnswers = [
  { value: 'yes', label: 'Yes: the person says so, or nobody else can have noticed' },
  { value: 'not_known', label: 'Not known', hint: 'Nobody uses it until somebody has asked the person' },
] as const satisfies readonly Choice[];
export type StillSafe = (typeof stillSafeAnswers)[number]['value'];

/** A contact as far as dealing with what went against the agreement needs. */
export interface WentAgainst {
  readonly against: readonly string[];
  readonly recordedBy: StaffId | null;
  readonly dealtAt: Temporal.Instant | null;
}

/** Somebody else than whoever made it says what was done: nobody puts away their own mistake (L2.1a). */
export function mayDealWith({ against, recordedBy, dealtAt }: WentAgainst, by: StaffId): Verdict {
  if (against.length === 0) return refused('This went as it was agreed.', 'safe-contact');
  if (dealtAt !== null) return refused('Somebody has written down already what was done.', 'safe-contact');
  return recordedBy === by
    ? refused('Somebody else than whoever recorded it says what was done about it.', 'safe-contact')
    : allowed;
}
