import type { ProposalKind } from '#rules/proposal.ts';

/** One proposes whom people call and where their post comes back to, another decides, who has rung that number. */
export const senderKind = {
  approval: 'approved',
  basis: 'safe-contact',
  withdrawnBy: 'proposer',
  says: {
    own: 'You proposed this. Somebody else has to decide: a manager of the team.',
    changed:
      'The number or the address was changed or taken out of use since this was proposed. Propose it anew.',
  },
} as const satisfies ProposalKind<'approved'>;

/** Why a proposal ends by itself, as its page says. */
export const overtaken = {
  set: 'Another one was agreed in the meantime.',
  ended: 'What it was to take the place of was taken out of use.',
} as const;

/** Whoever is asked to call it would reach one of the people whom we house, and anybody may be feared by somebody. */
export const somebodysNumber = 'The register has this number as somebody’s. Give one of the office alone';

/** Whether what a proposal would take the place of is still what is in use; null: nothing is. */
export function isOvertaken(replaces: string | null, inUse: { readonly id: string } | null): boolean {
  return replaces !== (inUse?.id ?? null);
}
