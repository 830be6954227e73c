import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { notify } from '#modules/obligations/index.ts';
import { onCallAt } from '#modules/rota/index.ts';
import type { CaseId, DisclosureId, StaffId } from '#rules/facts.ts';
import { alertOf } from '../danger.ts';

/**
 * Whoever is on call, first and second, as far as the wall lets them know of it; where nobody is left, every manager
 * hears that nobody on call could be told. @returns who on call was told
 */
export async function tellOnCall(
  tx: Tx,
  office: Office,
  about: { readonly caseId: CaseId | null; readonly disclosureId: DisclosureId | null },
): Promise<readonly StaffId[]> {
  const duties = await onCallAt(tx, office.organisation, office.now);
  const staffIds = [
    ...new Set(duties.flatMap(({ staffId, secondId }) => [staffId, ...(secondId ? [secondId] : [])])),
  ];
  const told = await notify(tx, office, { ...about, staffIds, kind: 'danger_on_call' });
  if (alertOf(true, told) === 'on_call') return told;
  const managers = await listStaff(tx, office.organisation, { roles: ['da_manager'] });
  await notify(tx, office, { ...about, staffIds: managers.map((each) => each.id), kind: 'nobody_on_call' });
  return [];
}
