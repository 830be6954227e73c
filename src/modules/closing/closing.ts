import type { CaseState } from '#modules/case-file/pure.ts';
import { allowed, type RiskLevel, refused, type Verdict } from '#rules/facts.ts';
import type { ProposalKind } from '#rules/proposal.ts';
import type { Purpose } from '#rules/purposes.ts';
import type { Choice } from '#rules/words.ts';

/**
 * Why a case may be closed. That somebody does not engage, or stays in the relationship, is not among them and never
 * will be (L2.7i, V3.4): such a case rests, or goes on.
 */
export const closingReasons = [
  { value: 'support_complete', label: 'What was agreed is done, and they agree that it is enough' },
  { value: 'their_wish', label: 'They asked us to stop, and know the way back' },
  { value: 'other_support', label: 'Another service supports them now, with their agreement' },
  { value: 'moved_away', label: 'They live elsewhere now, and their new landlord or council supports them' },
  { value: 'died', label: 'They died', hint: 'Nothing is deleted: a review may follow. A manager signs' },
  { value: 'in_error', label: 'Opened in error, or twice', hint: 'Say which case stays. A manager signs' },
] as const satisfies readonly Choice[];
export type ClosingReason = (typeof closingReasons)[number]['value'];

/** Was the person told that the case is being closed? */
export const toldAnswers = [
  { value: 'told', label: 'Yes, in the agreed way' },
  { value: 'unsafe', label: 'No: it would not be safe', hint: 'Say why below. A manager signs' },
  { value: 'not_possible', label: 'No: they died, or there is nobody to tell' },
] as const satisfies readonly Choice[];
export type Told = (typeof toldAnswers)[number]['value'];

/** What the gate in front of closing looks at (domain §2). */
export interface ClosingFacts {
  readonly state: CaseState;
  /** A danger was told of, and nobody wrote down what was done about it (V4.1c, L2.1d). */
  readonly dangerStands: boolean;
  readonly riskLevel: RiskLevel | null;
  /** A named person judged it; a level that is only proposed counts for nothing. */
  readonly riskJudged: boolean;
  /** Rated, and no review is overdue or was triggered and not done. */
  readonly riskCurrent: boolean;
  readonly everHigh: boolean;
  readonly loweringWaiting: boolean;
  readonly openSafetyActions: number;
  readonly markersToReview: number;
  readonly contactOwed: boolean;
  /** Safeguarding referrals that nobody has made yet, or that nobody has answered (V3.6, L2.5). */
  readonly openReferrals: number;
  /** Changes of the tenancy that are held, and that nobody has answered: closed, it would wait for nobody. */
  readonly changesHeld: number;
  /** Links to jobs that are open, and what stopped a contractor that nobody has looked into. */
  readonly worksGoingOn: number;
  /** What was fitted, and somebody is to look at again: closed, nobody would. */
  readonly looksOpen: number;
  /** Changes of the tenancy that they ask for, and moves, of which nobody said yet what became. */
  readonly changesAsked: number;
  readonly movesOpen: number;
  /** Mediation that they asked for, which neither took place nor was stopped: somebody else may go on with it. */
  readonly mediationsOpen: number;
}

/** One thing that stands in front of closing, with the part of the case where it is settled. */
export interface Hurdle {
  readonly passed: boolean;
  readonly title: string;
  readonly reason: string;
  readonly basis: Purpose;
  readonly at:
    | 'risk'
    | 'plan'
    | 'markers'
    | 'contact'
    | 'safeguarding'
    | 'danger'
    | 'tenancy'
    | 'moves'
    | 'mediation'
    | 'security';
  /** Whatever the case is closed for: it is owed to somebody else, or nobody may overlook it. */
  readonly always?: true;
}

/** Everything that stands in front of closing, passed or not, in the order in which it is best settled. */
export function hurdles(facts: ClosingFacts): readonly Hurdle[] {
  const { openSafetyActions, markersToReview, openReferrals } = facts;
  const actions = openSafetyActions === 1 ? '1 safety action is' : `${openSafetyActions} safety actions are`;
  const referrals =
    openReferrals === 1 ? '1 safeguarding referral is' : `${openReferrals} safeguarding referrals are`;
  const markers = markersToReview === 1 ? '1 marker' : `${markersToReview} markers`;
  return [
    {
      passed: !facts.dangerStands,
      title: 'No danger stands',
      reason: 'A danger stands. Write down what was done about it, by whom and when.',
      basis: 'risk-assessed',
      at: 'danger',
      always: true,
    },
    {
      passed: openReferrals === 0,
      title: 'Every referral was made and answered',
      reason: `${referrals} still open. Make it and record the answer, or have two people agree on none.`,
      basis: 'safeguarding',
      at: 'safeguarding',
      always: true,
    },
    {
      passed: facts.changesHeld === 0,
      title: 'Every change of the tenancy was answered',
      reason: 'A change of the tenancy is held. Find out what it is about, and have it answered.',
      basis: 'perpetrator-gate',
      at: 'tenancy',
      always: true,
    },
    {
      passed: facts.worksGoingOn === 0,
      title: 'No contractor is on the way',
      reason:
        'A contractor may be on the way, or was stopped. End the order and ring them, or say what was done.',
      basis: 'home-security',
      at: 'security',
      always: true,
    },
    {
      passed: facts.looksOpen === 0,
      title: 'Who looks again at what was fitted is known',
      reason:
        'Something in the home is to be looked at again. Look at it with them, or write down who does from now on.',
      basis: 'home-security',
      at: 'security',
    },
    {
      passed: facts.mediationsOpen === 0,
      title: 'No mediation is open',
      reason: 'Mediation was asked for. Stop it, or write down what came of it: others may go on with it.',
      basis: 'mediation',
      at: 'mediation',
      always: true,
    },
    {
      passed: facts.changesAsked === 0,
      title: 'What became of each change of the tenancy is known',
      reason: 'A change of the tenancy that they asked for is open. Write down what became of it.',
      basis: 'own-pace',
      at: 'tenancy',
    },
    {
      passed: facts.movesOpen === 0,
      title: 'What became of each move is known',
      reason: 'A move that they wished for is open. Write down what became of it; not wanted is an answer.',
      basis: 'own-pace',
      at: 'moves',
    },
    {
      passed: !facts.contactOwed,
      title: 'Safe contact was made',
      reason: 'Contact is still owed. Make it, or have a manager approve a plan.',
      basis: 'same-day-contact',
      at: 'contact',
    },
    {
      passed: facts.riskLevel !== null && facts.riskJudged && facts.riskCurrent && !facts.loweringWaiting,
      title: 'The risk was reviewed, and no review is due',
      reason: riskReason(facts),
      basis: 'risk-assessed',
      at: 'risk',
    },
    {
      passed: openSafetyActions === 0,
      title: 'No safety action is open',
      reason: `${actions} still open. Finish each, or say why it is no longer needed.`,
      basis: 'plan-agreed',
      at: 'plan',
    },
    {
      passed: markersToReview === 0,
      title: 'Markers on the home were reviewed',
      reason: `${markers} on the home must be reviewed or ended first.`,
      basis: 'need-to-know',
      at: 'markers',
    },
  ];
}

function riskReason({ riskLevel, riskJudged, loweringWaiting }: ClosingFacts): string {
  if (riskLevel === null) return 'The risk was never rated.';
  if (loweringWaiting) return 'A lower level of risk waits for a second person.';
  if (!riskJudged) return 'The level of risk is only proposed: nobody has judged it.';
  return 'A review of the risk is due: do it first.';
}

/** What a proposal says of itself. */
export interface Proposed {
  readonly reason: ClosingReason;
  readonly told: Told;
}

/** Nothing can be asked of somebody who died, or of a case that should not be there: a manager answers for those. */
function answersItself({ reason }: Proposed): boolean {
  return reason === 'died' || reason === 'in_error';
}

/** The gate in front of closing, asked when it is proposed and again when it is signed (domain §2). */
export function closingGate(facts: ClosingFacts, proposed: Proposed): Verdict {
  if (proposed.told === 'not_possible' && !answersItself(proposed))
    return refused('Tell them in the agreed way, or say why that would not be safe.', 'safe-contact');
  const hurdle = hurdles(facts).find(
    ({ passed, always = false }) => !passed && (always || !answersItself(proposed)),
  );
  return hurdle ? refused(hurdle.reason, hurdle.basis) : allowed;
}

/** A manager signs where the risk was ever high, where telling was not safe, and where nobody could be asked. */
export function needsSignature(facts: Pick<ClosingFacts, 'everHigh'>, proposed: Proposed): boolean {
  return facts.everHigh || proposed.told === 'unsafe' || answersItself(proposed);
}

/** Nobody signs off their own closing, whatever their role; whoever works on the case takes it back. */
export const closingKind = {
  approval: 'signed',
  basis: 'need-to-know',
  withdrawnBy: 'colleague',
  says: { own: 'Another manager signs: nobody signs off their own closing.' },
} as const satisfies ProposalKind<'signed'>;
