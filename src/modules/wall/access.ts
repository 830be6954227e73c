import { allowed, caseRoles, type Role, refused, type StaffId, type Verdict } from '#rules/facts.ts';

/** Who may see a case, as its own row says (V3.2). */
export interface Wall {
  readonly grantedStaff: readonly StaffId[];
  readonly grantedRoles: readonly Role[];
  readonly blockedStaff: readonly StaffId[];
}

export interface Member {
  readonly id: StaffId;
  readonly roles: readonly Role[];
}

/** The same test as the wall in PostgreSQL: a conflict beats every grant and every role. */
export function sees(wall: Wall, member: Member): boolean {
  if (wall.blockedStaff.includes(member.id)) return false;
  return (
    wall.grantedStaff.includes(member.id) || member.roles.some((role) => wall.grantedRoles.includes(role))
  );
}

/** Those whose role lets them open cases at all, and whom this wall lets in. */
export function whoSees<M extends Member>(wall: Wall, members: readonly M[]): readonly M[] {
  return members.filter((member) => worksOnCases(member) && sees(wall, member));
}

/** A case that nobody can see helps nobody: its promises would break unseen. */
export function leavesSomebody(after: Wall, members: readonly Member[]): Verdict {
  if (whoSees(after, members).length > 0) return allowed;
  return refused('Nobody would be left who can see this case. Give somebody access first.', 'need-to-know');
}

/** Those who may be given access by name: they work on cases and have no conflict here. */
export function mayBeGranted<M extends Member>(wall: Wall, members: readonly M[]): readonly M[] {
  return members.filter(
    (member) =>
      worksOnCases(member) &&
      !wall.blockedStaff.includes(member.id) &&
      !wall.grantedStaff.includes(member.id),
  );
}

/** Whoever is let in for an hour because it cannot wait decides nothing about who is let in (V3.2). */
export function mayChangeWall({
  emergencyUntil,
}: {
  readonly emergencyUntil: Temporal.Instant | null;
}): Verdict {
  if (emergencyUntil === null) return allowed;
  return refused('Nobody who is in a case by emergency access changes who may see it.', 'need-to-know');
}

/** The wall once only these people, by name, are let in. */
export function restrictedTo(wall: Wall, named: readonly StaffId[]): Wall {
  return { ...wall, grantedRoles: [], grantedStaff: named };
}

export function blocking(wall: Wall, staffId: StaffId): Wall {
  return { ...wall, blockedStaff: [...wall.blockedStaff, staffId] };
}

function worksOnCases(member: Member): boolean {
  return member.roles.some((role) => caseRoles.includes(role));
}

/** Whom a case is opened to that nobody sees: the managers without a conflict. Nobody, while somebody sees it. */
export function letIn<M extends Member>(wall: Wall, members: readonly M[]): readonly M[] {
  return whoSees(wall, members).length > 0 ? [] : mayBeGranted(wall, members).filter(manages);
}

export function manages({ roles }: Member): boolean {
  return roles.includes('da_manager');
}
