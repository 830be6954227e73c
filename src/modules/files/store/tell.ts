import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { notify } from '#modules/obligations/index.ts';
import type { CaseId, DisclosureId } from '#rules/facts.ts';

/** Of a case, or of what was told while there is none. */
interface Whose {
  readonly caseId: CaseId | null;
  readonly disclosureId?: DisclosureId | null;
}

/** Managers of the team who may see it learn that a file of it is held. */
export async function tellOfHarm(tx: Tx, office: Office, whose: Whose): Promise<void> {
  await tellManagers(tx, office, whose, 'file_held');
}

/** And that one is not as it came: evidence that cannot be relied on any more. */
export async function tellOfAltered(tx: Tx, office: Office, whose: Whose): Promise<void> {
  await tellManagers(tx, office, whose, 'file_altered');
}

async function tellManagers(
  tx: Tx,
  office: Office,
  whose: Whose,
  kind: 'file_held' | 'file_altered',
): Promise<void> {
  const managers = await listStaff(tx, office.organisation, { roles: ['da_manager'] });
  await notify(tx, office, { kind, ...whose, staffIds: managers.map(({ id }) => id) });
}
