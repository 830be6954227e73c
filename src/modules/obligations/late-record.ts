import type { Role, StaffId } from '#rules/facts.ts';
import type { ProposalKind } from '#rules/proposal.ts';

/**
 * Something was written down after its promise was due, for a time before it. Another person than whoever wrote it down
 * confirms it; until then it is neither kept nor broken (V4.1e).
 */
export const lateRecord: ProposalKind<'confirmed'> = {
  approval: 'confirmed',
  basis: 'records',
  withdrawnBy: 'nobody',
  says: {
    own: 'Somebody else looks at what you wrote down late.',
    about: 'You wrote this down. Somebody else has to look at it.',
    decided: 'Somebody has looked at this already.',
  },
};

interface Colleague {
  readonly id: StaffId;
  readonly roles: readonly Role[];
}

/**
 * Who is told that something was written down late: managers and whoever leads the case; where none of these is left,
 * everybody of the team. Never whoever wrote it down.
 */
export function lookersAt(
  late: { readonly leadId: StaffId | null; readonly wrote: readonly (StaffId | null)[] },
  team: readonly Colleague[],
): readonly StaffId[] {
  const others = team.filter(({ id }) => !late.wrote.includes(id));
  const first = others.filter(({ id, roles }) => id === late.leadId || roles.includes('da_manager'));
  return (first.length > 0 ? first : others).map(({ id }) => id);
}
