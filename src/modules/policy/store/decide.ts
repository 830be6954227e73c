import { insist } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import { decideProposal } from '#kit/proposals.ts';
import { record } from '#kit/record.ts';
import type { Tx } from '#kit/sql.ts';
import { tell } from '#modules/account/index.ts';
import { today } from '#rules/calendar.ts';
import type { Pack } from '#rules/pack.ts';
import { isOtherText, mayDecideChange, type PolicyDecision } from '../change.ts';
import { type PolicyChange, policyChanges } from './changes.ts';

const events = {
  approved: 'policy.change-approved',
  declined: 'policy.change-declined',
  withdrawn: 'policy.change-withdrawn',
} as const;

export interface NewPolicyDecision {
  readonly decision: PolicyDecision;
  readonly why: string;
  /** The version of the proposal that the page showed. */
  readonly version: number;
  /** The policy as it is on the shelf; undefined where it is not there any more. */
  readonly pack: Pack | undefined;
}

/**
 * Decides once. What is approved holds from its day on, which the database sees to. Throws a refusal with its reason,
 * or `stale` where somebody else was first.
 */
export async function decideChange(
  tx: Tx,
  office: Office,
  change: PolicyChange,
  { decision, why, version, pack }: NewPolicyDecision,
): Promise<void> {
  const { staff } = office;
  if (staff !== null) insist(mayDecideChange(change, { by: staff, decision, today: today(office), pack }));
  const changed = decision === 'approved' && isOtherText(change, pack);
  await decideProposal(tx, office, policyChanges, change, {
    decision,
    why,
    version,
    sight: 'inside',
    changed,
  });
  await record(tx, office, {
    name: events[decision],
    subjectId: change.id,
    data: { pack: change.packId, version: change.packVersion, from: change.fromDay.toString() },
  });
  const { proposedBy } = change;
  if (proposedBy !== null && proposedBy !== staff) await tell(tx, office, proposedBy, 'policy_decided');
}
