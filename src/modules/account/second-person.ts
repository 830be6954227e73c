import { caseRoles, type Role, refused, type StaffId, type Verdict } from '#rules/facts.ts';
import { mayDecide, type Proposal, type ProposalKind } from '#rules/proposal.ts';

/**
 * A conflict beats every role, and is worth nothing where whoever has it can invent a colleague. So one person asks
 * for a role that sees cases, or for a new start of somebody who has one, and another decides (V3.2).
 */
export function needsSecondPerson(held: readonly Role[]): boolean {
  return held.some((role) => caseRoles.includes(role));
}

export interface Asked {
  readonly before: readonly Role[];
  readonly wanted: readonly Role[];
  /** Has the team no manager yet, nor anybody who was invited to be one? */
  readonly unmanaged: boolean;
}

export interface Given {
  /** What counts from now on. */
  readonly atOnce: readonly Role[];
  /** What counts once a manager of the team has confirmed it. */
  readonly waiting: readonly Role[];
  /** Taken on without a second person: there is nobody yet who could be asked. */
  readonly firstManager: boolean;
}

/** Of the roles that an administrator gives: which count at once, and which wait. Taking a role away never waits. */
export function give({ before, wanted, unmanaged }: Asked): Given {
  const gained = wanted.filter((role) => caseRoles.includes(role) && !before.includes(role));
  const firstManager = unmanaged && gained.includes('da_manager');
  const waiting = gained.filter((role) => !(firstManager && role === 'da_manager'));
  return { atOnce: wanted.filter((role) => !waiting.includes(role)), waiting, firstManager };
}

/** Two people who both know the colleague: neither whoever asked nor the colleague decides. */
export const confirmationKind = {
  approval: 'confirmed',
  basis: 'need-to-know',
  withdrawnBy: 'nobody',
  says: {
    own: 'You asked for this. Another manager of the team has to decide.',
    about: 'This is about you. Another manager of the team has to decide.',
  },
} as const satisfies ProposalKind<'confirmed'>;

/** Only a manager of the team decides, whichever other roles admit somebody to the page. */
export function mayConfirm(
  asked: Proposal,
  { by, roles }: { readonly by: StaffId; readonly roles: readonly Role[] },
): Verdict {
  if (!roles.includes('da_manager'))
    return refused('A manager of the team confirms who joins it.', 'need-to-know');
  return mayDecide(confirmationKind, asked, { by, sight: 'inside', decision: 'confirmed' });
}
