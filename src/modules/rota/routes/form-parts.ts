import type { StaffContext } from '#kit/http/route.ts';
import { type Colleague, listStaff } from '#modules/account/index.ts';
import { caseRoles } from '#rules/facts.ts';
import { may } from '#rules/may.ts';

/** Whom the rota is about: colleagues who work on cases. */
export function teamOf({ tx, organisation }: StaffContext): Promise<readonly Colleague[]> {
  return listStaff(tx, organisation, { roles: caseRoles });
}

export function mayManage({ who }: StaffContext): boolean {
  return may(who.roles, 'rota.manage').allowed;
}
