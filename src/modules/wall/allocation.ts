import { allowed, caseRoles, refused, type StaffId, type Verdict } from '#rules/facts.ts';
import type { Member, Wall } from './access.ts';

/** Who can be asked to lead: not offered at all is whoever has a conflict. */
export function mayLead<M extends Member>(wall: Wall, members: readonly M[]): readonly M[] {
  return members.filter((member) => canLead(wall, member).allowed);
}

/** Checked again when it is sent: somebody may have been blocked since the list was shown. */
export function canLead(wall: Wall, member: Member): Verdict {
  if (wall.blockedStaff.includes(member.id))
    return refused('This colleague cannot be chosen for this case.', 'need-to-know');
  if (!member.roles.some((role) => caseRoles.includes(role)))
    return refused('Only people of the team lead cases.', 'allocation');
  return allowed;
}

/** The reason under which a lead is let in by name; it ends with the lead. */
export const leadsTheCase = 'Leads the case';

export function changesLead(from: StaffId | null, to: StaffId): Verdict {
  return from === to ? refused('This colleague leads the case already.', 'allocation') : allowed;
}
