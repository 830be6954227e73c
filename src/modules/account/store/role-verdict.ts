import type { Tx } from '#kit/sql.ts';
import type { OrganisationId, Role, StaffId, Verdict } from '#rules/facts.ts';
import { mayChangeRoles } from '../roles.ts';
import { waitingConfirmations } from './confirmations.ts';
import { type Member, otherAdministrators } from './staff.ts';

/** May somebody give this colleague these roles, in place of what they have or wait for? None: end their account. */
export async function roleVerdict(
  tx: Tx,
  { organisation, staff }: { readonly organisation: OrganisationId; readonly staff: StaffId },
  member: Member,
  after: readonly Role[],
): Promise<Verdict> {
  const waiting = await waitingConfirmations(tx, organisation, member.id);
  const asked = waiting.flatMap(({ kind, roles }) => (kind === 'roles' ? roles : []));
  return mayChangeRoles({
    own: member.id === staff,
    before: [...member.roles, ...asked],
    after,
    otherAdministrators: await otherAdministrators(tx, organisation, member.id),
  });
}
