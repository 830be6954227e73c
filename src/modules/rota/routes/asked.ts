import type { FieldErrors, Typed } from '#kit/forms.ts';
import type { StaffContext } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { type Colleague, listStaff } from '#modules/account/index.ts';
import { caseRoles } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import type { RotaForm } from '../views/parts.ts';

/** Whom the rota is about: colleagues who work on cases. */
export function teamOf({ tx, organisation }: StaffContext): Promise<readonly Colleague[]> {
  return listStaff(tx, organisation, { roles: caseRoles });
}

export function mayManage({ who }: StaffContext): boolean {
  return may(who.roles, 'rota.manage').allowed;
}

export function formFor(
  { csrf }: StaffContext,
  action: string,
  { typed, errors, version }: { typed: Typed; errors: FieldErrors; version?: number },
): RotaForm {
  return {
    form: { values: typed, errors },
    action,
    csrf,
    submissionId: newId<string>(),
    ...(version !== undefined && { version }),
  };
}
