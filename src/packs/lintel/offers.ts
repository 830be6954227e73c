import type { Commitment, DueRule } from '#rules/pack.ts';

interface Offer {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly title: string;
  /** What is offered, in the middle of a sentence. */
  readonly what: string;
  /** The kinds of offer, by the names of `modules/support/kinds.ts`. */
  readonly kinds: readonly string[];
}

/**
 * What a policy promises to offer. That it was offered is what is measured; that it comes, once somebody would like it,
 * is another promise (`broughtAbout`).
 */
export function offered({ id, clauses, title, what, kinds }: Offer): Commitment {
  return {
    id: `${id}-offered`,
    clauses,
    title,
    definition:
      `How often ${what} was offered, by kind, with what the person said to it. To decline is a decision ` +
      'and never counted as a failure. Six offers or more that were recorded in one case within ten minutes are told ' +
      'apart, and so is what somebody was told of and not asked about.',
    measure: { kind: 'offer', offer: `${id}-offered`, offered: 'plan.option-offered', kinds },
  };
}

interface BroughtAbout extends Offer {
  /** By when it is to be there where the risk is high, or where nobody has judged it; and else. */
  readonly high: DueRule;
  readonly otherwise: DueRule;
  /** The same in words: "24 hours". */
  readonly inWords: { readonly high: string; readonly otherwise: string };
}

/**
 * What somebody would like comes in time, by the risk: neither policy names a time. What they decide otherwise is
 * counted apart, and what could not be brought about is broken.
 */
export function broughtAbout(promise: BroughtAbout): readonly Commitment[] {
  const { id, clauses, title, what, kinds, high, otherwise, inWords } = promise;
  const one = (
    name: string,
    due: DueRule,
    {
      says,
      time,
      risk,
    }: { says: string; time: string; risk: readonly ('standard' | 'medium' | 'high' | 'not_rated')[] },
  ): Commitment => ({
    id: name,
    clauses,
    title: `${title}${says}`,
    definition:
      `Of the people who said that they would like ${what}${says}, those to whom it was delivered within ${time}. ` +
      'Where they decided otherwise it is counted apart; where it could not be brought about it is broken. That it ' +
      'was delivered is what colleagues wrote down: whether it came is a promise of its own. The policy names ' +
      'no time; the time is Lintel’s.',
    measure: {
      kind: 'clock',
      starts: 'support.accepted',
      stops: ['support.delivered'],
      byPlan: ['support.let-go'],
      due,
      escalateAt: [0.75, 1],
      only: { kinds, risk },
    },
  });
  return [
    one(`${id}-delivered-high`, high, {
      says: ', where the risk is high or not judged yet',
      time: inWords.high,
      risk: ['high', 'not_rated'],
    }),
    one(`${id}-delivered`, otherwise, {
      says: ', where the risk is lower',
      time: inWords.otherwise,
      risk: ['standard', 'medium'],
    }),
  ];
}

/** Both of one thing: that it is offered, and that it comes once they would like it. */
export function given(promise: BroughtAbout): readonly Commitment[] {
  const { title } = promise;
  return [
    offered({ ...promise, title: `${title}: offered` }),
    ...broughtAbout({ ...promise, title: `${title}: delivered` }),
  ];
}

/** Urgent things that are small: a phone, an alarm, a voucher, the way out. */
export const withinDays = {
  high: { hours: 24 },
  otherwise: { workingDays: 3 },
  inWords: { high: '24 hours', otherwise: '3 working days' },
} as const;

/** What somebody else has to make room for: advice, counselling, a cooker. */
export const withinWeeks = {
  high: { workingDays: 3 },
  otherwise: { workingDays: 10 },
  inWords: { high: '3 working days', otherwise: '10 working days' },
} as const;

/**
 * What was delivered is confirmed by whoever it was for, and nobody else.
 * @param clauses those under which it is given; @param person as the landlord says it
 */
export function confirmedByThem(clauses: readonly string[], person: string): Commitment {
  return {
    id: 'support-confirmed',
    clauses,
    title: `What was delivered is confirmed by the ${person}`,
    definition:
      `Of what colleagues wrote down as delivered, that of which the ${person} said, by the day that goes with its ` +
      'kind (1 to 28 days), that it came and is right, or that it did not or is not, so that it is owed again. Where ' +
      'it was not safe to ask, and somebody wrote down why, it counts apart and never as confirmed. The days are ' +
      'Lintel’s.',
    measure: {
      kind: 'clock',
      starts: 'support.confirmation-due',
      stops: ['support.confirmed', 'support.not-come'],
      byPlan: ['support.not-safe-to-confirm', 'support.let-go'],
      due: { agreed: true },
      escalateAt: [0.75, 1],
    },
  };
}

/** @param clauses those that promise time */
export function askedAgain(clauses: readonly string[]): Commitment {
  return {
    id: 'support-asked-again',
    clauses,
    title: 'Whoever wanted time about an offer is asked again on the day agreed',
    definition:
      'Of the offers about which somebody wanted time and named a day on which to be asked again, those that were ' +
      'spoken of by it. Where they named none nobody asks. Whatever they say then is theirs. The policy names no ' +
      'day; to count the agreed one is Lintel’s.',
    measure: {
      kind: 'clock',
      starts: 'support.asking-agreed',
      stops: ['support.asked-again'],
      byPlan: [],
      due: { agreed: true },
      escalateAt: [0.9, 1],
    },
  };
}

/** Neither policy names a sum: up to this many pounds within 30 days of a case one person approves alone (Lintel's). */
export const approvedAlone = { pounds: 150 } as const;

/**
 * What was lent and is lost is asked about: whether somebody whom they fear has it.
 * @param clauses those under which it is lent; @param person as the landlord says it
 */
export function lostAskedAbout(clauses: readonly string[], person: string): Commitment {
  return {
    id: 'lost-asked-about',
    clauses,
    title: `What is lost is asked about: whether somebody whom the ${person} fears has it`,
    definition:
      `Of the phones and alarms that were lost while they were lent, those about which the ${person} was asked by ` +
      'the end of the next working day, whatever they said, or which came back by then. That a thing is lost is ' +
      'never counted as anybody’s failing. The policy names no time; the day is Lintel’s.',
    measure: {
      kind: 'clock',
      starts: 'support.lost',
      stops: ['support.lost-asked-about', 'support.came-back'],
      byPlan: [],
      due: { workingDays: 1 },
      escalateAt: [0.5, 1],
    },
  };
}

/**
 * That somebody was told of who else can help is not that it helped: they say so, or that it did not.
 * @param clauses those that promise it; @param person as the landlord says it
 */
export function signpostingHelped(clauses: readonly string[], person: string): Commitment {
  return {
    id: 'signposting',
    clauses,
    title: 'Whom people were told of could help them',
    definition:
      `Of the times at which a ${person} was asked what came of a specialist service, an advocate or legal advice, ` +
      'those at which they said that it came and is right; each time counts. Where it was not safe to ask is told ' +
      'apart. Whether they were asked by the day is a promise of its own (what was delivered is confirmed).',
    measure: {
      kind: 'share',
      done: ['support.confirmed'],
      notDone: ['support.not-come'],
      apart: ['support.not-safe-to-confirm'],
      kinds: ['specialist', 'advocate', 'legal'],
      silence: { says: 'nobody was asked' },
    },
  };
}
