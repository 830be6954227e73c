import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { openFile } from '#modules/case-file/index.ts';
import { notify } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { noLongerAgreedIn } from './still-agreed.ts';

/**
 * What was agreed in this case has changed, ended or come into doubt: whoever goes or rings, and whoever leads the
 * case, is told where something that is planned is not agreed any more. @returns how much of it there is
 */
export async function tellNoLongerAgreed(tx: Tx, office: Office, caseId: CaseId): Promise<number> {
  const planned = await noLongerAgreedIn(tx, office, caseId);
  if (planned.length === 0) return 0;
  const file = await openFile(tx, office.organisation, caseId);
  const concerned = [file?.leadId, ...planned.flatMap((each) => [each.staffId, each.secondStaffId])];
  const staffIds = [...new Set(concerned.flatMap((each) => each ?? []))];
  await notify(tx, office, {
    staffIds: staffIds.filter((each) => each !== office.staff),
    kind: 'no_longer_agreed',
    caseId,
  });
  return planned.length;
}
