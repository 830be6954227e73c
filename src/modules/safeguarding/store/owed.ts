import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import type { CaseId } from '#rules/facts.ts';
import type { ReferralKind } from '../referral.ts';
import { type Referral, referralsOf } from './rows.ts';
import { weighFacts } from './weigh.ts';

/**
 * A child, or an adult at risk, is known of in a case: what somebody just answered there is weighed at once.
 * @returns the referral about which somebody decides now; null where one of that kind was decided about already
 */
export async function referralOwed(
  tx: Tx,
  office: Office,
  caseId: CaseId,
  kind: ReferralKind,
): Promise<string | null> {
  await weighFacts(tx, office, { caseId });
  const undecided = (each: Referral) => each.kind === kind && each.standing === 'undecided';
  const referrals = await referralsOf(tx, office.organisation, { caseId });
  return referrals.findLast(undecided)?.id ?? null;
}
