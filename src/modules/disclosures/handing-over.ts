import type { StaffId } from '#rules/facts.ts';
import type { ProposalKind } from '#rules/proposal.ts';
import type { Choice } from '#rules/words.ts';

/** Ways in which somebody was spoken with before a handover: both ways, and in the same moment. */
export const reachedChannels = [
  { value: 'phone', label: 'Phone call' },
  { value: 'in_person', label: 'In person' },
  { value: 'video', label: 'Video call' },
  { value: 'web_chat', label: 'Web chat' },
] as const satisfies readonly Choice[];
export type ReachedChannel = (typeof reachedChannels)[number]['value'];

/** Who reached the person, how and when: safely, and both ways. */
export interface Reached {
  /** Null: whoever decides. */
  readonly by: StaffId | null;
  readonly channel: ReachedChannel;
  readonly at: Temporal.Instant;
}

/**
 * Somebody else than whoever hands over agrees: that the person was reached as is written, which their own word alone
 * does not show, or that nobody could be. Else it waits again.
 */
export const handoverKind = {
  approval: 'approved',
  basis: 'same-day-contact',
  withdrawnBy: 'nobody',
  says: {
    own: 'Somebody else decides: nobody lets go of a person alone.',
    about: 'You spoke with them. Somebody else confirms it.',
  },
} as const satisfies ProposalKind<'approved'>;
