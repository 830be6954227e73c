import { allowed, refused, type StaffId, type Verdict } from '#rules/facts.ts';
import type { ProposalKind } from '#rules/proposal.ts';

/** What whoever entered it is told once it is answered: what to do, and never why. */
export const toldAnswers = {
  go_on: { short: 'Go on', says: 'It may be changed as was asked.' },
  ask: {
    short: 'Ask first',
    says: 'Do nothing yet. Ask the team that checks changes of tenancies what happens next, and never the tenants.',
  },
  do_not: {
    short: 'Do not change it',
    says: 'Nothing is changed. If somebody asks, say that it is being looked at, and tell the team.',
  },
} as const;
export type ToldAnswer = keyof typeof toldAnswers;

interface Told {
  readonly told: ToldAnswer | null;
  readonly toldFrom: Temporal.Instant | null;
}

/** It is told on the morning after the answer, whatever it is: how long it took says nothing of why. */
export function toldNow({ told, toldFrom }: Told, now: Temporal.Instant): ToldAnswer | null {
  return toldFrom !== null && Temporal.Instant.compare(toldFrom, now) <= 0 ? told : null;
}

export const answerKind = {
  approval: 'approved',
  basis: 'perpetrator-gate',
  withdrawnBy: 'colleague',
  says: {
    own: 'Another manager decides: nobody decides what they proposed.',
    changed: 'More was found out since, or it may not go ahead now. Propose it anew.',
  },
} as const satisfies ProposalKind<'approved'>;

/** Whoever it was given to, and managers of the team, have somebody else asked, for as long as it is held. */
export function mayHandOn(
  { givenTo, told }: { readonly givenTo: StaffId | null; readonly told: ToldAnswer | null },
  { staff, manages }: { readonly staff: StaffId; readonly manages: boolean },
): Verdict {
  return told === null && givenTo !== null && (givenTo === staff || manages)
    ? allowed
    : refused('Whoever checks it, or a manager, gives it to somebody else.', 'need-to-know');
}
