import { type Member, type Wall, whoSees } from '#modules/wall/pure.ts';
import type { StaffId } from '#rules/facts.ts';

/** A colleague as far as telling them goes. */
interface Colleague extends Member {
  readonly managerId: StaffId | null;
}

interface Breached {
  readonly by: StaffId | null;
  readonly wall: Wall;
  readonly leadId: StaffId | null;
  readonly staff: readonly Colleague[];
}

interface ToldOfBreach {
  /** Led to the case: whoever leads it, and the managers who see it. */
  readonly inCase: readonly StaffId[];
  /** Told only that there is something of a manager's to ask about: nobody sees a case by being told. */
  readonly outside: readonly StaffId[];
}

/**
 * Who is told that something went against what was agreed (L2.1a). Never only whoever did it, nor only those who answer
 * to them: where it was a manager and no other manager sees the case, their own manager is told and the other managers
 * are; where there is none of these, whoever looks after data protection. A conflict beats all of this.
 */
export function toldOfBreach({ by, wall, leadId, staff }: Breached): ToldOfBreach {
  const others = staff.filter(({ id }) => id !== by && !wall.blockedStaff.includes(id));
  const managers = whoSees(wall, others).filter(isManager);
  const inCase = others.filter((each) => each.id === leadId || managers.includes(each));
  const whose = staff.find(({ id }) => id === by);
  const unsupervised = whose !== undefined && isManager(whose) && managers.length === 0;
  const above = others.filter((each) => each.id === whose?.managerId || isManager(each));
  const officers = others.filter(({ roles }) => roles.includes('data_protection_officer'));
  const outside = !unsupervised ? [] : above.length > 0 ? above : officers;
  const ids = (each: readonly Colleague[]) => each.map(({ id }) => id);
  return { inCase: ids(inCase), outside: ids(outside.filter((each) => !inCase.includes(each))) };
}

function isManager({ roles }: Member): boolean {
  return roles.includes('da_manager');
}
