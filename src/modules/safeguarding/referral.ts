import type { ProposalKind } from '#rules/proposal.ts';
import type { Choice } from '#rules/words.ts';

/** Whom a referral is about: a child (Children Act 1989 s.47), or an adult at risk (Care Act 2014 s.42). */
export const referralKinds = [
  { value: 'child', label: 'A child' },
  {
    value: 'adult',
    label: 'An adult who needs care or support',
    hint: 'And cannot protect themselves because of it',
  },
] as const satisfies readonly Choice[];
export type ReferralKind = (typeof referralKinds)[number]['value'];

/** What came back. A receipt that says nothing is none of these: somebody asks again. */
export const referralAnswers = [
  { value: 'taken_on', label: 'They take it on' },
  { value: 'more_asked', label: 'They ask us for more' },
  { value: 'no_action', label: 'They do no more' },
] as const satisfies readonly Choice[];
export type ReferralAnswer = (typeof referralAnswers)[number]['value'];

/** What is said of it at first. None of these makes a referral (V3.6, L2.5). */
export const saidOfReferral = [
  { value: 'refer_today', label: 'A referral is being made today' },
  { value: 'referred', label: 'A referral has already been made' },
  { value: 'not_referred', label: 'No referral, for a reason' },
] as const satisfies readonly Choice[];
export type SaidOfReferral = (typeof saidOfReferral)[number]['value'];

export type BegunFrom = 'disclosure' | 'triage' | 'children' | 'case';

/** A child, or an adult at risk, for whom no referral is made: never by one person alone (V3.6, L2.5). */
export const noReferral = {
  approval: 'approved',
  basis: 'safeguarding',
  withdrawnBy: 'nobody',
  says: { own: 'Somebody else decides: nobody decides alone that there is no referral.' },
} as const satisfies ProposalKind<'approved'>;

/** Something that was done about a referral. */
export interface Step {
  readonly step: 'made' | 'chased' | 'answered';
  readonly answer: ReferralAnswer | '';
}

/** Whoever asks us for more has not answered yet. */
export function answersIt({ step, answer }: Step): boolean {
  return step === 'answered' && answer !== 'more_asked';
}

/** What a referral waits for; `answered` and `not_made` wait for nothing. */
export type Standing = 'to_make' | 'to_decide' | 'to_answer' | 'answered' | 'not_made';

/** Ticking that it is being made makes nothing: it stands by what was really done (V3.6, L2.5). */
export function standingOf(
  steps: readonly Step[],
  decisions: readonly { readonly decision: string | null }[],
): Standing {
  if (steps.some(answersIt)) return 'answered';
  if (steps.some(({ step }) => step === 'made')) return 'to_answer';
  if (decisions.some(({ decision }) => decision === 'approved')) return 'not_made';
  return decisions.some(({ decision }) => decision === null) ? 'to_decide' : 'to_make';
}

const standings: Readonly<Record<Standing, string>> = {
  to_make: 'Still to be made',
  to_decide: 'No referral was proposed: somebody else decides, and until then it is owed',
  to_answer: 'Made; no answer yet',
  answered: 'Made and answered',
  not_made: 'Not made, for a reason that two people agreed',
};

export function standingInWords(standing: Standing): string {
  return standings[standing];
}
