import type { Given } from './rows.ts';

type Into = (table: string, given: Given) => Promise<string>;

/**
 * A safeguarding referral of a case, made and answered, with a decision about it that waits; and that what was told is
 * to join it, which waits too. @returns the referral, and its last step
 */
export async function plantReferral(
  into: Into,
  inCase: { readonly case_id: string },
  disclosure: string,
  by?: string,
): Promise<{ readonly referral: string; readonly step: string }> {
  const referral = await into('safeguarding_referral', { ...inCase, disclosure_id: disclosure });
  const of = { referral_id: referral };
  const asked = { fact: 'children', reason: 'children', kind: 'child', disclosure_id: null };
  await into('safeguarding_fact', { ...inCase, ...of, ...asked });
  await into('safeguarding_decision', {
    ...of,
    decision: 'refer',
    consent: 'disagrees',
    basis: '',
    condition: '',
    told: 'will_be',
    decided_by: by,
  });
  const made = { ...of, strikes_id: null, follows_id: null, known_by: '' };
  await into('safeguarding_step', { ...made, step: 'made', answer: '' });
  const step = await into('safeguarding_step', {
    ...{ ...made, step: 'answered', answer: 'taken_on', known_by: 'they_wrote' },
  });
  await into('safeguarding_no_referral', { ...of, decision: null, decided_at: null, decided_by: null });
  const joining = {
    compared: 'another',
    decision_of_triage: '{}',
    decision: null,
    decided_at: null,
    decided_by: null,
  };
  await into('disclosure_joining', { ...inCase, disclosure_id: disclosure, ...joining });
  return { referral, step };
}

/** Where children and adults are referred. @returns its id */
export function plantHub(into: Into, by: string): Promise<string> {
  return into('safeguarding_hub', { kind: 'both', ended_at: null, ended_why: '', added_by: by });
}
