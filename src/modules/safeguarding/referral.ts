import type { ProposalKind } from '#rules/proposal.ts';
import { type Choice, labelOf } from '#rules/words.ts';

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
/** `prompted`: a fact asks, and nobody has said anything yet. */
export type SaidOfReferral = (typeof saidOfReferral)[number]['value'] | 'prompted';

export function saidInWords(said: SaidOfReferral): string {
  return said === 'prompted' ? 'A decision is asked for' : labelOf(saidOfReferral, said);
}

export type BegunFrom = 'disclosure' | 'triage' | 'children' | 'case' | 'fact';

/** What somebody decides (V3.6, L2.5). */
export const referralDecisions = [
  { value: 'refer', label: 'It is referred', hint: 'Then it is owed by the end of this working day' },
  {
    value: 'not_refer',
    label: 'It is not referred',
    hint: 'Somebody else looks at that; until then it is owed',
  },
] as const satisfies readonly Choice[];
export type ReferralDecision = (typeof referralDecisions)[number]['value'];

/** A child, or an adult at risk, for whom no referral is made: never by one person alone (V3.6, L2.5). */
export const noReferral = {
  approval: 'approved',
  basis: 'safeguarding',
  withdrawnBy: 'nobody',
  says: { own: 'Somebody else decides: nobody decides alone that there is no referral.' },
} as const satisfies ProposalKind<'approved'>;

/** Something that was done about a referral. */
export interface Step {
  readonly step: 'made' | 'chased' | 'acknowledged' | 'answered';
  readonly answer: ReferralAnswer | '';
}

/** How we know that they have it: what they said themselves counts apart from what we heard by asking. */
export const knownByWays = [
  {
    value: 'they_wrote',
    label: 'They wrote',
    hint: 'A letter or an e-mail of theirs is there to be looked at',
  },
  { value: 'they_rang', label: 'They rang us' },
  { value: 'their_system', label: 'Their own system shows it' },
  { value: 'we_rang', label: 'We rang, and somebody there said so', hint: 'Counted apart' },
] as const satisfies readonly Choice[];
export type KnownBy = (typeof knownByWays)[number]['value'];

/** Whoever asks us for more has not answered yet. */
export function answersIt({ step, answer }: Step): boolean {
  return step === 'answered' && answer !== 'more_asked';
}

/** What a referral waits for; `answered` and `not_made` wait for nothing. */
export type Standing = 'undecided' | 'to_make' | 'to_decide' | 'to_answer' | 'answered' | 'not_made';

/**
 * Ticking that it is being made makes nothing: it stands by what was really done (V3.6, L2.5). `undecided`: a fact
 * asked, and nobody has said that it is referred.
 */
export function standingOf(
  steps: readonly Step[],
  decisions: readonly { readonly decision: string | null }[],
  undecided = false,
): Standing {
  if (steps.some(answersIt)) return 'answered';
  if (steps.some(({ step }) => step === 'made')) return 'to_answer';
  if (decisions.some(({ decision }) => decision === 'approved')) return 'not_made';
  if (decisions.some(({ decision }) => decision === null)) return 'to_decide';
  return undecided ? 'undecided' : 'to_make';
}

const standings: Readonly<Record<Standing, string>> = {
  undecided: 'Nobody has decided yet',
  to_make: 'Still to be made',
  to_decide: 'No referral was proposed: somebody else decides, and until then it is owed',
  to_answer: 'Made; no answer yet',
  answered: 'Made and answered',
  not_made: 'Not made, for a reason that two people agreed',
};

export function standingInWords(standing: Standing): string {
  return standings[standing];
}

/** Those that were not written down in error. */
export function stepsThatCount<S extends { readonly struck: string | null }>({
  steps,
}: {
  readonly steps: readonly S[];
}): readonly S[] {
  return steps.filter(({ struck }) => struck === null);
}

/** The one that was written down last: only that one is struck through. */
export function lastWritten<
  S extends { readonly struck: string | null; readonly recordedAt: Temporal.Instant; id: string },
>(referral: { readonly steps: readonly S[] }): S | undefined {
  return stepsThatCount(referral)
    .toSorted(
      (one, other) =>
        Temporal.Instant.compare(one.recordedAt, other.recordedAt) || (one.id < other.id ? -1 : 1),
    )
    .at(-1);
}

/** Whether anybody has said that it is made: of what a fact asked for nobody has, until they decide. */
export function wasPromised({
  said,
  decided,
  decisions,
}: {
  readonly said: SaidOfReferral;
  readonly decided: readonly { readonly decision: ReferralDecision }[];
  readonly decisions: readonly { readonly decision: string | null }[];
}): boolean {
  return (
    said !== 'prompted' ||
    decided.some(({ decision }) => decision === 'refer') ||
    decisions.some(({ decision }) => decision === 'declined')
  );
}
