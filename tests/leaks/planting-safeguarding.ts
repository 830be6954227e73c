import type { Given } from './rows.ts';

type Into = (table: string, given: Given) => Promise<string>;

/**
 * A safeguarding referral of a case, made and answered, with a decision about it that waits; and that what was told is
 * to join it, which waits too. @returns the referral
 */
export async function plantReferral(
  into: Into,
  inCase: { readonly case_id: string },
  disclosure: string,
): Promise<string> {
  const referral = await into('safeguarding_referral', { ...inCase, disclosure_id: disclosure });
  const of = { referral_id: referral };
  await into('safeguarding_step', { ...of, step: 'made', answer: '' });
  await into('safeguarding_step', { ...of, step: 'answered', answer: 'taken_on' });
  await into('safeguarding_no_referral', { ...of, decision: null, decided_at: null, decided_by: null });
  const joining = {
    compared: 'another',
    decision_of_triage: '{}',
    decision: null,
    decided_at: null,
    decided_by: null,
  };
  await into('disclosure_joining', { ...inCase, disclosure_id: disclosure, ...joining });
  return referral;
}
