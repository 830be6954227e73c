import { allowed, refused, type StaffId, type Verdict } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import { type Decision, mayDecide, type Proposal, type ProposalKind } from '#rules/proposal.ts';

/** One administrator proposes a change of policy, another decides; at a command line it is proposed only. */
export const policyKind = {
  approval: 'approved',
  basis: 'review',
  withdrawnBy: 'proposer',
  says: {
    own: 'You proposed this. Another administrator has to decide.',
    changed:
      'This policy has another text by now than when it was proposed. Decline it, and propose it anew.',
  },
} as const satisfies ProposalKind<'approved'>;

export type PolicyDecision = Decision<'approved'>;

/** A text of a policy: the pack and its version. */
export interface PolicyText {
  readonly packId: string;
  readonly version: string;
}

/** How things stand when a change is proposed. */
export interface Situation {
  readonly today: Temporal.PlainDate;
  /** Is another change waiting for its decision? */
  readonly waiting: boolean;
  /** What will hold on the day from which the new policy is to hold, as far as is decided. */
  readonly held: PolicyText;
}

/** May this policy be proposed from this day on? */
export function mayPropose(
  { pack, from }: { readonly pack: Pick<Pack, 'id' | 'version'>; readonly from: Temporal.PlainDate },
  { today, waiting, held }: Situation,
): Verdict {
  if (waiting) return refused('Another change waits for its decision. One is decided at a time.', 'review');
  if (isBefore(from, today)) return refused('A policy holds from today or a later day.', 'review');
  if (pack.id === held.packId && pack.version === held.version)
    return refused('This policy already holds on that day. Choose another policy, or another day.', 'review');
  return allowed;
}

/** A change as far as deciding about it needs. */
export interface ChangeToDecide extends Proposal {
  readonly packId: string;
  readonly packVersion: string;
  readonly fromDay: Temporal.PlainDate;
}

/** What whoever decides does, and what has become of the policy meanwhile. */
export interface DecidingChange {
  readonly by: StaffId;
  readonly decision: PolicyDecision;
  readonly today: Temporal.PlainDate;
  /** The pack on the shelf; undefined where it is not there any more. */
  readonly pack: Pick<Pack, 'version'> | undefined;
}

/** Has the policy another text by now than the one that was proposed? */
export function isOtherText(
  { packVersion }: Pick<ChangeToDecide, 'packVersion'>,
  pack: Pick<Pack, 'version'> | undefined,
): boolean {
  return pack?.version !== packVersion;
}

/** May this administrator decide it so? What is approved holds from its day on, never from one that has passed. */
export function mayDecideChange(
  change: ChangeToDecide,
  { by, decision, today, pack }: DecidingChange,
): Verdict {
  const approving = decision === 'approved';
  const changed = approving && isOtherText(change, pack);
  const verdict = mayDecide(policyKind, change, { by, decision, sight: 'inside', changed });
  if (!verdict.allowed || !approving || !isBefore(change.fromDay, today)) return verdict;
  return refused('The day from which it was to hold has passed. Decline it, and propose it anew.', 'review');
}

/** Midnight of a day, on the calendar of the policy that begins then. */
export function beginningOf(
  from: Temporal.PlainDate,
  { calendar }: Pick<Pack, 'calendar'>,
): Temporal.Instant {
  return from.toZonedDateTime(calendar.timeZone).toInstant();
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}
